package org.cspcheck.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What bash and zsh offer behind {@code csp-check}: commands, options, their values and files, as the grammar has them.
 *
 * <p>Not by picocli's own script, which offers no files beside commands, and nothing behind the = of {@code --reduction=none}.
 */
final class Completion {
    private static final String SCRIPT = """
            # The completion of csp-check for bash and zsh: source <(csp-check completion)
            if [ -n "${ZSH_VERSION-}" ]; then
                command -v compdef >/dev/null || { autoload -Uz compinit && compinit; }
                autoload -U +X bashcompinit && bashcompinit
            fi

            _csp_check() {
                local word=${COMP_WORDS[COMP_CWORD]} option=${COMP_WORDS[COMP_CWORD-1]} command=check front= offers=
                # bash makes = a word of its own; zsh does not, and wants what stands before it in front of each offer
                if [[ $word == "=" ]]; then word=
                elif [[ $option == "=" ]]; then option=${COMP_WORDS[COMP_CWORD-2]}
                elif [[ $word == -*=* ]]; then option=${word%%=*} front=${word%%=*}= word=${word#*=}
                fi
                case $COMP_CWORD:${COMP_WORDS[1]} in
                    1:*) ;;
                    @COMMANDS@) command=${COMP_WORDS[1]} ;;
                esac
                case $command:$option in
            @VALUES@
                    *) case $command:$word in
            @OPTIONS@
                        *) offers=files ;;
                    esac ;;
                esac
                if [[ $offers == *= && $word == *=* ]]; then
                    front=$front${word%%=*}= word=${word#*=} offers=files
                fi
                COMPREPLY=()
                case $offers in
                    nothing) type compopt >/dev/null 2>&1 && compopt +o default ;;
                    files)
                        [[ $COMP_CWORD == 1 ]] && COMPREPLY=( $(compgen -W "@ALL@" -- "$word") )
                        [[ $COMP_CWORD == 1 || -n $front ]] || return 0 # the shell does it by itself
                        type compopt >/dev/null 2>&1 && compopt -o filenames
                        local file
                        for file in "$word"*; do
                            [[ -e $file ]] && COMPREPLY+=( "$front$file" )
                        done ;;
                    *)
                        [[ $offers == *= ]] && type compopt >/dev/null 2>&1 && compopt -o nospace
                        COMPREPLY=( $(compgen -P "$front" -W "$offers" -- "$word") ) ;;
                esac
            }
            complete -o default -F _csp_check csp-check
            """;

    private Completion() {}

    /** {@return the script} */
    static String script() {
        Map<String, List<String>> values = new LinkedHashMap<>();
        var options = new ArrayList<String>();
        for (CommandLine grammar : Grammar.all()) {
            String command = name(grammar);
            List<OptionSpec> all = grammar.getCommandSpec().options();
            all.stream()
                    .filter(option -> option.arity().max() > 0)
                    .forEach(option -> values.computeIfAbsent(offers(option), words -> new ArrayList<>()).add(command + ":" + option.longestName()));
            String names = all.stream().flatMap(option -> Stream.of(option.names())).collect(Collectors.joining(" "));
            options.add(branch(List.of(command + ":-*"), names));
        }
        String branches = values.entrySet().stream().map(entry -> branch(entry.getValue(), entry.getKey())).collect(Collectors.joining("\n"));
        return SCRIPT.replace("@COMMANDS@", Main.COMMANDS.stream().map(command -> "*:" + command).collect(Collectors.joining("|")))
                .replace("@VALUES@", branches)
                .replace("@OPTIONS@", String.join("\n", options))
                .replace("@ALL@", String.join(" ", Main.COMMANDS));
    }

    private static String name(CommandLine grammar) {
        String command = grammar.getCommandName();
        return command.equals(Grammar.NAME) ? "check" : command.substring(Grammar.NAME.length() + 1);
    }

    private static String branch(List<String> patterns, String offers) {
        return "        " + String.join("|", patterns) + ") offers=\"" + offers + "\" ;;";
    }

    private static String offers(OptionSpec option) {
        Class<?> type = option.typeInfo().isMultiValue() ? option.auxiliaryTypes()[0] : option.type();
        if (option.completionCandidates() != null) {
            return StreamSupport.stream(option.completionCandidates().spliterator(), false).collect(Collectors.joining(" "));
        }
        return type == Path.class ? "files" : "nothing";
    }
}
