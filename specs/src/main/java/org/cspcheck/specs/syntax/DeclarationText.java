package org.cspcheck.specs.syntax;

import java.util.List;
import java.util.Optional;
import org.cspcheck.specs.syntax.Declaration.*;

/** Prints declarations, each on lines of its own. */
final class DeclarationText {
    private static final String STEP = "  ";

    private final ExpressionText expressions;
    private final StringBuilder out;

    DeclarationText(ExpressionText expressions, StringBuilder out) {
        this.expressions = expressions;
        this.out = out;
    }

    /** Prints {@code let declarations within}, and a blank: on one line if there is one declaration of one line. */
    void let(List<Declaration> local) {
        out.append("let ");
        if (local.size() == 1) {
            declaration(local.getFirst(), "");
            out.append(" within ");
        } else {
            local.forEach(declaration -> line(declaration, STEP));
            out.append("\nwithin ");
        }
    }

    private void line(Declaration declaration, String indent) {
        out.append('\n').append(indent);
        declaration(declaration, indent);
    }

    /** Prints a declaration; {@code indent} stands before it already. */
    void declaration(Declaration declaration, String indent) {
        switch (declaration) {
            case Channel(_, List<Identifier> names, Optional<Expression> type) -> {
                names("channel ", names);
                type.ifPresent(set -> {
                    out.append(" : ");
                    expressions.whole(set);
                });
            }
            case Datatype(_, Identifier name, List<Constructor> constructors) -> constructors("datatype ", name, constructors);
            case Subtype(_, Identifier name, List<Constructor> constructors) -> constructors("subtype ", name, constructors);
            case Nametype(_, Identifier name, Expression set) -> defined("nametype " + name, set);
            case Value(_, Identifier name, Expression body) -> defined(name.text(), body);
            case Function(_, _, List<Clause> clauses) -> clauses(clauses, indent);
            case Binding(_, Pattern pattern, Expression body) -> {
                expressions.pattern(pattern);
                defined("", body);
            }
            case Transparent(_, List<Identifier> names) -> names("transparent ", names);
            case External(_, List<Identifier> names) -> names("external ", names);
            case Annotation(_, List<Identifier> names, TypeExpression.Scheme scheme) -> {
                names("", names);
                out.append(" :: ").append(TypeText.of(scheme));
            }
            case Assert(_, Assertion assertion) -> out.append("assert ").append(CspmText.of(assertion));
            case Print(_, Expression expression) -> {
                out.append("print ");
                expressions.whole(expression);
            }
            case Declaration.Module module -> module(module, indent);
            case Instance(_, Identifier name, _, QualifiedName of, List<Expression> arguments) -> {
                out.append("instance ").append(name).append(" = ").append(of);
                arguments(arguments);
            }
            case Timed(_, Optional<Expression> duration, List<Declaration> declarations) -> {
                out.append("Timed");
                arguments(duration.stream().toList());
                out.append(" {");
                declarations.forEach(inner -> line(inner, indent + STEP));
                out.append('\n').append(indent).append('}');
            }
        }
    }

    private void defined(String left, Expression body) {
        out.append(left).append(" = ");
        expressions.whole(body);
    }

    private void clauses(List<Clause> clauses, String indent) {
        String separator = "";
        for (Clause clause : clauses) {
            out.append(separator).append(clause.name());
            for (List<Pattern> parameters : clause.parameters()) {
                out.append('(');
                expressions.patterns(parameters, Precedence.OPEN);
                out.append(')');
            }
            defined("", clause.body());
            separator = "\n" + indent;
        }
    }

    private void constructors(String keyword, Identifier name, List<Constructor> constructors) {
        out.append(keyword).append(name);
        String separator = " = ";
        for (Constructor constructor : constructors) {
            out.append(separator).append(constructor.name());
            constructor.fields().ifPresent(fields -> {
                out.append('.');
                expressions.whole(fields);
            });
            separator = " | ";
        }
    }

    private void module(Declaration.Module module, String indent) {
        out.append("module ").append(module.name());
        if (!module.parameters().isEmpty()) {
            out.append('(');
            expressions.patterns(module.parameters(), Precedence.OPEN);
            out.append(')');
        }
        module.hidden().forEach(inner -> line(inner, indent + STEP));
        out.append('\n').append(indent).append("exports");
        module.exported().forEach(inner -> line(inner, indent + STEP));
        out.append('\n').append(indent).append("endmodule");
    }

    private void arguments(List<Expression> arguments) {
        if (!arguments.isEmpty()) {
            out.append('(');
            expressions.list(arguments);
            out.append(')');
        }
    }

    private void names(String keyword, List<Identifier> names) {
        out.append(keyword).append(String.join(", ", names.stream().map(Identifier::text).toList()));
    }
}
