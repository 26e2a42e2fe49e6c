package de.buergerkiosk.forms.feel;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.camunda.feel.api.EvaluationResult;

/** A parsed rule that gives a value. */
public final class Expression {
    /**
     * No amount, count or measure needs more, before or behind the comma; "1e999999999" is short to
     * type and endless to write out.
     */
    private static final int DIGITS_MAX = 40;

    private static final int TEXT_MAX = 4_000;

    private final String source;
    private final Syntax syntax;

    Expression(String source, Syntax syntax) {
        this.source = source;
        this.syntax = syntax;
    }

    /** As it was written. */
    public String source() {
        return source;
    }

    /** Dotted names of the schema it reads; {@code today} is not among them. */
    public Set<String> names() {
        return syntax.names();
    }

    /** The value; {@link Value.Nothing} when it cannot be worked out from what is there. */
    public Value evaluate(Scope scope) {
        return value(Feel.ENGINE.evaluate(syntax.parsed(), scope.plain()));
    }

    /** What the engine had to overlook; the messages quote values: for made-up samples only. */
    public List<String> complaints(Scope scope) {
        return complaints(Feel.ENGINE.evaluate(syntax.parsed(), scope.plain()));
    }

    static List<String> complaints(EvaluationResult result) {
        if (!result.isSuccess()) {
            return List.of(result.failure().message());
        }
        return result.getSuppressedFailures().stream()
                .map(failure -> failure.failureMessage())
                .toList();
    }

    private static Value value(EvaluationResult result) {
        if (!result.isSuccess()) {
            return Value.nothing();
        }
        return switch (result.result()) {
            case null -> Value.nothing();
            case Boolean truth -> new Value.Truth(truth);
            case BigDecimal number when isWritable(number) -> new Value.Quantity(number);
            case String text when text.length() <= TEXT_MAX -> new Value.Text(text);
            case LocalDate day -> new Value.Day(day);
            default -> Value.nothing();
        };
    }

    private static boolean isWritable(BigDecimal number) {
        return number.precision() <= DIGITS_MAX && Math.abs(number.scale()) <= DIGITS_MAX;
    }

    @Override
    public String toString() {
        return source;
    }
}
