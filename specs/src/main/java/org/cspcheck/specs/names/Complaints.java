package org.cspcheck.specs.names;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.source.Diagnostics;
import org.cspcheck.model.source.Span;
import org.cspcheck.specs.syntax.QualifiedName;

/** What is said about names, each matter once. */
final class Complaints {
    private static final int MOST_GUESSES = 20;
    private static final int MOST_OF_A_KIND = 200;

    private final Diagnostics diagnostics;
    private final Set<String> unreadable;
    private final Set<String> undefined = new HashSet<>();
    private final Map<String, Integer> kinds = new HashMap<>();

    Complaints(Diagnostics diagnostics, Set<String> unreadable) {
        this.diagnostics = diagnostics;
        this.unreadable = unreadable;
    }

    void add(Diagnostic diagnostic) {
        if (kinds.merge(diagnostic.code(), 1, Integer::sum) <= MOST_OF_A_KIND) {
            diagnostics.add(diagnostic);
        }
    }

    /** Adds a complaint of a kind of which one is enough. */
    void addOnce(Diagnostic diagnostic) {
        if (!kinds.containsKey(diagnostic.code())) {
            add(diagnostic);
        }
    }

    void duplicate(String name, Span again, Optional<Span> first) {
        add(Diagnostic.error("CSP0302", again, "`" + name + "` is defined twice in the same scope")
                .because("a name has one definition in each script, `let` and module")
                .tryThis("rename one of them, or leave one out")
                .with(notes("it was first defined here", first)));
    }

    void boundTwice(String variable, Span again, Optional<Span> first) {
        add(Diagnostic.error("CSP0303", again, "the variable `" + variable + "` is bound twice")
                .because("a variable has one value here")
                .tryThis("use two names and compare them")
                .with(notes("it is bound here already", first)));
    }

    void undefined(QualifiedName name, Span span, Scope scope) {
        if (isExcused(name) || undefined.size() > MOST_OF_A_KIND || !undefined.add(name.toString())) {
            return;
        }
        Diagnostic error = Diagnostic.error("CSP0301", span, "`" + name + "` is not defined");
        add(name.isPlain() ? plain(error, name.name(), scope) : qualified(error, name, scope));
    }

    private boolean isExcused(QualifiedName name) {
        boolean told = name.toString().equals("_"); // by the parser
        return told || unreadable.contains(name.isPlain() ? name.name() : name.modules().getFirst()) || unreadable.contains(name.name());
    }

    private Diagnostic plain(Diagnostic error, String name, Scope scope) {
        if (BuiltIns.TRANSPARENT.contains(name)) {
            return error.because("compressions must be declared before use").tryThis("add the line `transparent " + name + "`");
        }
        if (BuiltIns.EXTERNAL.contains(name)) {
            return error.because("functions that may change the meaning of a process must be declared before use")
                    .tryThis("add the line `external " + name + "`");
        }
        if (BuiltIns.TIMED.containsKey(name)) {
            return error.because("it exists only inside timed sections").tryThis("put the definition inside `Timed { .. }`");
        }
        Optional<String> meant = undefined.size() > MOST_GUESSES ? Optional.empty() : Spelling.nearest(name, scope.visible());
        return meant.map(guess -> error.tryThis("did you mean `" + guess + "`?")
                        .with(notes("`" + guess + "` is defined here", scope.find(guess).flatMap(Definition::place))))
                .orElse(error);
    }

    private Diagnostic qualified(Diagnostic error, QualifiedName name, Scope scope) {
        QualifiedName module = new QualifiedName(name.modules().subList(0, name.modules().size() - 1), name.modules().getLast());
        return switch (scope.find(module).orElse(null)) {
            case null -> error.because("there is no module or instance `" + module + "` here");
            case Definition.Module(Span _, int parameters, Scope _) when parameters > 0 ->
                    error.because("`" + module + "` has parameters, so only its instances have members")
                            .tryThis("declare `instance I = " + module + "(..)` and write `I::" + name.name() + "`");
            case Definition.Module(Span _, int _, Scope exported) -> member(error, name, exported);
            case Definition.Instance instance -> instance.scope().find(instance.module())
                    .map(of -> of instanceof Definition.Module m ? member(error, name, m.exported()) : error)
                    .orElse(error);
            default -> error.because("`" + module + "` is not a module or an instance of one");
        };
    }

    private Diagnostic member(Diagnostic error, QualifiedName name, Scope exported) {
        Diagnostic because = error.because("the module does not export it; what stands before `exports` is private");
        return Spelling.nearest(name.name(), exported.ownNames())
                .map(guess -> because.tryThis("did you mean `" + new QualifiedName(name.modules(), guess) + "`?"))
                .orElse(because);
    }

    static List<Diagnostic.Note> notes(String message, Optional<Span> span) {
        return span.map(place -> List.of(new Diagnostic.Note(message, place))).orElse(List.of());
    }
}
