package org.cspcheck.cli;

import java.util.List;
import org.cspcheck.model.source.Location;
import org.cspcheck.specs.syntax.CspmText;
import org.cspcheck.specs.syntax.Declaration;

/** The declarations of a spec as they were read: those of included files in their place, each with its line. */
final class DefinitionsText {
    private DefinitionsText() {}

    static String text(List<Declaration> declarations) {
        var text = new StringBuilder();
        String file = "";
        for (Declaration declaration : declarations) {
            Location at = declaration.span().location();
            if (!at.file().equals(file)) {
                text.append(text.isEmpty() ? "" : "\n").append("-- ").append(at.file()).append('\n');
                file = at.file();
            }
            text.append("%5d  ".formatted(at.line()));
            text.append(CspmText.of(declaration).strip().indent(7).strip()).append('\n');
        }
        return text.toString();
    }
}
