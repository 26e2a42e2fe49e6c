package de.buergerkiosk.forms.feel;

import java.util.List;
import java.util.Set;

/** A parsed cell of a decision table (DMN 1.4, 7.3.3 unary tests). */
public final class Cell {
    private final String source;
    private final Syntax syntax;

    Cell(String source, Syntax syntax) {
        this.source = source;
        this.syntax = syntax;
    }

    /** As it was written. */
    public String source() {
        return source;
    }

    /** Dotted names of the schema it reads beside its column. */
    public Set<String> names() {
        return syntax.names();
    }

    /** Whether it takes any value at all, absent ones too. */
    public boolean isAny() {
        return source.strip().equals("-");
    }

    /** Whether the column's value passes. */
    public boolean takes(Value input, Scope scope) {
        if (isAny()) {
            return true;
        }
        var result =
                Feel.ENGINE.evaluateWithInput(
                        syntax.parsed(), input.plain().orElse(null), scope.plain());
        return result.isSuccess() && Boolean.TRUE.equals(result.result());
    }

    /** What the engine had to overlook; the messages quote values: for made-up samples only. */
    public List<String> complaints(Value input, Scope scope) {
        return Expression.complaints(
                Feel.ENGINE.evaluateWithInput(
                        syntax.parsed(), input.plain().orElse(null), scope.plain()));
    }

    @Override
    public String toString() {
        return source;
    }
}
