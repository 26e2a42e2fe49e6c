package de.buergerkiosk.journey.form;

import de.buergerkiosk.forms.ControlView;
import de.buergerkiosk.forms.Fee;
import de.buergerkiosk.forms.FormView;
import de.buergerkiosk.forms.Keypad;
import de.buergerkiosk.forms.Localized;
import de.buergerkiosk.forms.PageView;
import de.buergerkiosk.forms.ServiceDefinition;
import de.buergerkiosk.page.Field;
import de.buergerkiosk.page.Money;
import de.buergerkiosk.page.Page;
import de.buergerkiosk.page.Ways;
import de.buergerkiosk.page.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the form engine says, as pages. */
final class FormPages {
    private final Words words;

    FormPages(Words words) {
        this.words = words;
    }

    /**
     * One page of questions.
     *
     * @param tried whether the citizen pressed onward here before: only then are problems shown
     */
    Page.Questions questions(FormView form, PageView page, boolean tried) {
        int number = form.pages().indexOf(page) + 1;
        Optional<Localized> counter =
                form.pages().size() > 1
                        ? Optional.of(words.say("form.counter", number, form.pages().size()))
                        : Optional.empty();
        var problems =
                tried
                        ? form.problemsOf(page.id()).stream()
                                .map(p -> new Page.FieldProblem(p.path(), p.message()))
                                .toList()
                        : List.<Page.FieldProblem>of();
        return new Page.Questions(
                page.id(),
                page.title(),
                counter,
                page.help(),
                page.controls().stream().map(this::field).toList(),
                problems,
                price(form.fee()),
                words.say("form.onward"),
                Ways.PERSONAL);
    }

    private Optional<Localized> price(Fee fee) {
        return Optional.of(
                fee.totalCents() == 0
                        ? words.say("form.free")
                        : words.say("form.price", new Money(fee.totalCents())));
    }

    private Field field(ControlView control) {
        var label =
                control.required() || !isAnswered(control)
                        ? control.label()
                        : words.say("form.voluntary", control.label());
        var hint = control.hint();
        var path = control.path();
        var value = control.value();
        return switch (control.kind()) {
            case TEXT, NUMBER ->
                    new Field.Line(
                            path,
                            label,
                            hint,
                            value,
                            keypad(control.keypad()),
                            control.maxLength() > 0 ? control.maxLength() : 80);
            case DATE -> new Field.Date(path, label, hint, value);
            case YES_NO -> new Field.YesNo(path, label, hint, value);
            case CHOICE ->
                    new Field.Choice(
                            path,
                            label,
                            hint,
                            value,
                            control.options().stream()
                                    .map(o -> new Page.Option(o.value(), o.label()))
                                    .toList());
            case COUNT ->
                    new Field.Count(path, label, hint, value, control.icon(), (int) control.max());
            case STATEMENT -> new Field.Fixed(path, label, hint, value);
        };
    }

    /** Statements and steppers need no answer, so there is nothing voluntary about them. */
    private static boolean isAnswered(ControlView control) {
        return switch (control.kind()) {
            case TEXT, NUMBER, DATE, YES_NO, CHOICE -> true;
            case COUNT, STATEMENT -> false;
        };
    }

    private static Field.Keypad keypad(Keypad keypad) {
        return switch (keypad) {
            // the letters have a row of digits above them: a house number may be 17a
            case NONE, LETTERS, DIGITS_AND_LETTERS -> Field.Keypad.LETTERS;
            case DIGITS -> Field.Keypad.DIGITS;
            case PHONE -> Field.Keypad.PHONE;
            case PLATE -> Field.Keypad.PLATE;
        };
    }

    Page.Check check(ServiceDefinition service, FormView form) {
        var rows = new ArrayList<Page.Row>();
        form.summary().forEach(row -> rows.add(new Page.Row(row.label(), row.value(), row.page())));
        var fee = form.fee();
        var due = fee.totalCents() > 0;
        return new Page.Check(
                "check",
                words.say("check.title"),
                words.say("check.lead", service.officeName()),
                rows,
                fee.lines().stream()
                        .map(line ->
                                new Page.Price(
                                        line.text(), words.say("amount", new Money(line.cents()))))
                        .toList(),
                Optional.of(
                        due
                                ? words.say("check.total", new Money(fee.totalCents()))
                                : words.say("check.free")),
                words.say("check.change"),
                due
                        ? words.say("check.submitAndPay", new Money(fee.totalCents()))
                        : words.say("check.submit"),
                Ways.PERSONAL);
    }
}
