package de.buergerkiosk.forms.feel;

import java.util.Optional;
import java.util.function.Function;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValNumber;
import org.camunda.feel.valuemapper.JavaCustomValueMapper;

/**
 * Parses rules (FEEL, OMG DMN 1.4 chapter 10) and refuses what could run long, differ from run to
 * run or reach outside.
 */
public final class Feel {
    private static final int LENGTH_MAX = 2_000;
    private static final int NESTING_MAX = 12;

    static final FeelEngineApi ENGINE =
            FeelEngineBuilder.create()
                    .withCustomValueMapper(new ExactNumbers())
                    .withFunctionProvider(new WholeNumber())
                    .withEnabledExternalFunctions(false)
                    .build();

    private Feel() {}

    /** What came of a rule's source. */
    public sealed interface Parsing<T> {}

    /** The rule can be evaluated. */
    public record Parsed<T>(T rule) implements Parsing<T> {}

    /** The rule cannot be used; the message says why, for the person who wrote it. */
    public record Refused<T>(String message) implements Parsing<T> {}

    /** An expression that gives a value. */
    public static Parsing<Expression> expression(String source) {
        var bounds = bounds(source);
        if (bounds.isPresent()) {
            return new Refused<>(bounds.get());
        }
        return switch (examine(ENGINE.parseExpression(source))) {
            case Parsed(var tree) -> new Parsed<>(new Expression(source, tree));
            case Refused(var message) -> new Refused<>(message);
        };
    }

    /** The cell of a decision table: tests of its column's value. */
    public static Parsing<Cell> cell(String source) {
        var bounds = bounds(source);
        if (bounds.isPresent()) {
            return new Refused<>(bounds.get());
        }
        return switch (examine(ENGINE.parseUnaryTests(source))) {
            case Parsed(var tree) -> new Parsed<>(new Cell(source, tree));
            case Refused(var message) -> new Refused<>(message);
        };
    }

    private static Parsing<Syntax> examine(ParseResult parsed) {
        if (parsed.isFailure()) {
            return new Refused<>(firstLine(parsed.failure().message()));
        }
        return Syntax.of(parsed.parsedExpression());
    }

    /** The parser works by recursion and goes back at brackets: both are kept small. */
    private static Optional<String> bounds(String source) {
        if (source.length() > LENGTH_MAX) {
            return Optional.of("longer than " + LENGTH_MAX + " characters");
        }
        var depth = 0;
        var conditions = 0;
        for (var i = 0; i < source.length(); i++) {
            switch (source.charAt(i)) {
                case '(', '[', '{' -> depth++;
                case ')', ']', '}' -> depth--;
                case 'i' -> conditions += source.startsWith("if ", i) ? 1 : 0;
                default -> {}
            }
            if (depth + conditions > NESTING_MAX) {
                return Optional.of("nested deeper than " + NESTING_MAX);
            }
        }
        return Optional.empty();
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("not FEEL");
    }

    /** The engine's own mapping hands out doubles; amounts and counts need every digit. */
    private static final class ExactNumbers extends JavaCustomValueMapper {
        @Override
        public Optional<Val> toValue(Object plain, Function<Object, Val> inner) {
            return Optional.empty();
        }

        @Override
        public Optional<Object> unpackValue(Val value, Function<Val, Object> inner) {
            return value instanceof ValNumber number
                    ? Optional.of(number.value().bigDecimal())
                    : Optional.empty();
        }
    }
}
