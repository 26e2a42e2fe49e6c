package de.buergerkiosk.forms.feel;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.PathExpression;
import org.camunda.feel.syntaxtree.PositionalFunctionParameters;
import org.camunda.feel.syntaxtree.Ref;
import scala.Product;
import scala.collection.Iterable;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A syntax tree that holds only what is allowed: no loops, no functions of its own, no clock, no
 * chance, no powers. So the time of an evaluation grows with the length of the rule and nothing
 * else.
 */
record Syntax(ParsedExpression parsed, Set<String> names) {
    private static final Set<String> NODES =
            Set.of(
                    "ConstNull",
                    "ConstBool",
                    "ConstNumber",
                    "ConstString",
                    "ConstDate",
                    "ConstYearMonthDuration",
                    "ConstDayTimeDuration",
                    "ConstList",
                    "ConstRange",
                    "ClosedConstRangeBoundary",
                    "OpenConstRangeBoundary",
                    "ConstInputValue",
                    "Addition",
                    "Subtraction",
                    "Multiplication",
                    "Division",
                    "ArithmeticNegation",
                    "Equal",
                    "LessThan",
                    "LessOrEqual",
                    "GreaterThan",
                    "GreaterOrEqual",
                    "Conjunction",
                    "Disjunction",
                    "Not",
                    "If",
                    "In",
                    "InputEqualTo",
                    "InputLessThan",
                    "InputLessOrEqual",
                    "InputGreaterThan",
                    "InputGreaterOrEqual",
                    "InputInRange",
                    "UnaryTestExpression",
                    "AtLeastOne",
                    "PositionalFunctionParameters");

    private static final Set<String> FUNCTIONS =
            Set.of(
                    "not",
                    "contains",
                    "starts with",
                    "ends with",
                    "upper case",
                    "lower case",
                    "string length",
                    "substring",
                    "substring before",
                    "substring after",
                    "trim",
                    "string",
                    WholeNumber.NAME,
                    "floor",
                    "ceiling",
                    "round half up",
                    "abs",
                    "modulo",
                    "min",
                    "max",
                    "sum",
                    "count",
                    "list contains",
                    "date",
                    "duration",
                    "years and months duration",
                    "last day of month");

    /** Functions with a regular expression, which is their second argument. */
    private static final Set<String> PATTERN_FUNCTIONS = Set.of("matches", "replace");

    private static final Set<String> PARTS_OF_TIME =
            Set.of("year", "month", "day", "weekday", "days", "months", "years");

    Syntax {
        names = Set.copyOf(names);
    }

    static Feel.Parsing<Syntax> of(ParsedExpression parsed) {
        var names = new LinkedHashSet<String>();
        return objection(parsed.expression(), names)
                .<Feel.Parsing<Syntax>>map(Feel.Refused::new)
                .orElseGet(() -> new Feel.Parsed<>(new Syntax(parsed, names)));
    }

    /** The first thing in the tree that is not allowed; collects the names on the way. */
    private static Optional<String> objection(Object node, Set<String> names) {
        return switch (node) {
            case Ref ref -> {
                name(ref, names);
                yield Optional.empty();
            }
            case PathExpression path ->
                    PARTS_OF_TIME.contains(path.key())
                            ? objection(path.path(), names)
                            : Optional.of("\"." + path.key() + "\" is not a part of a date");
            case FunctionInvocation call ->
                    objection(call).or(() -> objection(call.params(), names));
            case Iterable<?> list -> objectionInside(list, names);
            case Product product when NODES.contains(product.productPrefix()) ->
                    objectionInside(product.productIterator().toList(), names);
            case Product product ->
                    Optional.of(product.productPrefix() + " is not allowed in rules");
            default -> Optional.empty();
        };
    }

    private static Optional<String> objectionInside(Iterable<?> nodes, Set<String> names) {
        for (var node : CollectionConverters.asJava(nodes)) {
            var objection = objection(node, names);
            if (objection.isPresent()) {
                return objection;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> objection(FunctionInvocation call) {
        if (FUNCTIONS.contains(call.function())) {
            return Optional.empty();
        }
        if (!PATTERN_FUNCTIONS.contains(call.function())) {
            return Optional.of("the function \"" + call.function() + "\" is not allowed in rules");
        }
        if (call.params() instanceof PositionalFunctionParameters parameters
                && parameters.params().size() >= 2
                && parameters.params().apply(1) instanceof ConstString pattern) {
            return SafePattern.objection(pattern.value());
        }
        return Optional.of("the pattern of \"" + call.function() + "\" has to be a text literal");
    }

    /** A part of a date is cut off: {@code today.year} reads {@code today}. */
    private static void name(Ref ref, Set<String> names) {
        var steps = CollectionConverters.asJava(ref.names());
        var last = steps.size() - 1;
        var isToday =
                steps.getFirst().equals(Scope.TODAY)
                        && (last == 0 || (last == 1 && PARTS_OF_TIME.contains(steps.get(1))));
        if (!isToday) {
            names.add(String.join(".", steps));
        }
    }
}
