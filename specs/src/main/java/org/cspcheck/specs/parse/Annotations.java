package org.cspcheck.specs.parse;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.source.Diagnostics;
import org.cspcheck.specs.syntax.Declaration;
import org.cspcheck.specs.syntax.DefinedNames;
import org.cspcheck.specs.syntax.Identifier;

/** That every type annotation belongs to a definition of its list. */
record Annotations(Diagnostics diagnostics, Set<String> unreadable) {
    void check(List<Declaration> declarations) {
        Map<String, Identifier> open = new HashMap<>();
        for (Declaration declaration : declarations) {
            if (declaration instanceof Declaration.Annotation annotation) {
                annotation.names().forEach(name -> open.put(name.text(), name));
            }
        }
        if (open.isEmpty()) {
            return;
        }
        declarations.forEach(declaration -> channelAlone(declaration, open));
        DefinedNames.of(declarations, open::remove);
        unreadable.forEach(open::remove);
        for (Identifier name : open.values()) {
            diagnostics.add(Diagnostic.error("CSP0212", name.span(), "`" + name + "` has a type but no definition")
                    .because("a type annotation belongs to a definition of the same list of declarations"));
        }
    }

    private void channelAlone(Declaration declaration, Map<String, Identifier> annotated) {
        if (!(declaration instanceof Declaration.Channel channel) || channel.names().size() < 2) {
            return;
        }
        channel.names().stream().filter(name -> annotated.containsKey(name.text())).forEach(name ->
                diagnostics.add(Diagnostic.error("CSP0214", name.span(), "a channel with a type annotation is declared by itself")
                        .tryThis("give `" + name + "` a `channel` declaration of its own")));
    }
}
