package de.buergerkiosk.forms.feel;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.camunda.feel.context.JavaFunction;
import org.camunda.feel.context.JavaFunctionProvider;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValNull$;
import org.camunda.feel.syntaxtree.ValNumber;
import org.camunda.feel.syntaxtree.ValString;

/**
 * Reads digits out of a text, in place of FEEL's own {@code number}: that takes {@code 1e9999999},
 * whose digits keep {@code floor} busy for minutes, and anybody can type it into a form.
 */
final class WholeNumber extends JavaFunctionProvider {
    static final String NAME = "whole number";

    private static final Pattern DIGITS = Pattern.compile("-?[0-9]{1,18}");

    @Override
    public Optional<JavaFunction> resolveFunction(String name) {
        return name.equals(NAME)
                ? Optional.of(new JavaFunction(List.of("from"), WholeNumber::read))
                : Optional.empty();
    }

    @Override
    public Collection<String> getFunctionNames() {
        return List.of(NAME);
    }

    private static Val read(List<Val> arguments) {
        return arguments.getFirst() instanceof ValString text
                        && DIGITS.matcher(text.value()).matches()
                ? new ValNumber(new scala.math.BigDecimal(new BigDecimal(text.value())))
                : ValNull$.MODULE$;
    }
}
