package de.buergerkiosk.forms;

import de.buergerkiosk.forms.feel.Expression;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What rules.feel.json decides; the keys of every map are paths of fields. */
record Rules(
        Map<String, Expression> normalise,
        Map<String, Expression> defaults,
        Map<String, Computation> computed,
        Map<String, Expression> required,
        List<Check> checks) {
    static final String FILE = "rules.feel.json";

    Rules {
        normalise = Map.copyOf(normalise);
        defaults = Map.copyOf(defaults);
        computed = Map.copyOf(computed);
        required = Map.copyOf(required);
        checks = List.copyOf(checks);
    }

    sealed interface Computation {}

    record ByExpression(Expression expression) implements Computation {}

    record ByTable(DecisionTable<de.buergerkiosk.forms.feel.Value> table) implements Computation {}

    /**
     * Something that must hold between answers.
     *
     * @param when checked only then
     * @param path the field that a citizen would change
     */
    record Check(
            Optional<Expression> when,
            Expression check,
            String path,
            String key,
            Localized message) {}
}
