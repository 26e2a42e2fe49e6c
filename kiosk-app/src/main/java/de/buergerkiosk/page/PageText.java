package de.buergerkiosk.page;

import de.buergerkiosk.forms.Localized;
import java.util.List;
import java.util.Optional;

/**
 * A page as plain text, everything on it and nothing else: goldens compare it, and a reviewer can
 * read a whole visit in one sitting. {@code #} is the title, {@code [id] …} something to press,
 * {@code !} a problem.
 */
public final class PageText {
    private final String language;
    private final StringBuilder text = new StringBuilder();

    private PageText(String language) {
        this.language = language;
    }

    /** The page in that language, lines ended by {@code \n}. */
    public static String of(Page page, String language) {
        var writing = new PageText(language);
        writing.line("== " + page.name() + " ==");
        page.banner().ifPresent(warning -> writing.line("!! " + writing.in(warning)));
        writing.body(page);
        writing.ways(page.ways());
        return writing.text.toString();
    }

    private void body(Page page) {
        switch (page) {
            case Page.Welcome p -> welcome(p);
            case Page.Choices p -> {
                title(p);
                line(p.lead());
                p.tiles().forEach(t -> press("tile-" + t.id(), in(t.title()), t.summary()));
            }
            case Page.Reading p -> {
                title(p);
                blocks(p.blocks());
                press("onward", p.onward());
            }
            case Page.Consent p -> consent(p);
            case Page.SecretEntry p -> {
                simulation(p.simulation());
                title(p);
                line(p.lead());
                p.problem().ifPresent(problem -> line("! " + in(problem)));
                line("(" + digits(p) + " digits, never shown)");
                press("done");
            }
            case Page.Questions p -> questions(p);
            case Page.Check p -> check(p);
            case Page.Waiting p -> {
                simulation(p.simulation());
                title(p);
                line("(" + p.illustration() + ")");
                line(p.detail());
                p.hints().forEach(hint -> line("- " + in(hint)));
                p.cancel().ifPresent(words -> press("cancel", words));
            }
            case Page.Scan p -> {
                title(p);
                line("(QR code of %d modules)".formatted(p.code().side()));
                line(p.detail());
                p.hints().forEach(hint -> line("- " + in(hint)));
                p.cancel().ifPresent(words -> press("cancel", words));
            }
            case Page.Notice p -> {
                line("(" + p.mood() + ")");
                title(p);
                blocks(p.blocks());
                p.buttons()
                        .forEach(b ->
                                press("button-" + b.id() + (b.primary() ? "*" : ""), b.label()));
            }
        }
    }

    private static String digits(Page.SecretEntry page) {
        return page.digitsMin() == page.digits()
                ? String.valueOf(page.digits())
                : page.digitsMin() + " or " + page.digits();
    }

    private void welcome(Page.Welcome page) {
        title(page);
        line(page.whatItIs());
        page.offers().forEach(offer -> line("- " + in(offer)));
        page.languages()
                .forEach(l ->
                        line(
                                "[start-%s] %s · %s"
                                        .formatted(
                                                l.tag(),
                                                l.ownName(),
                                                page.touchHere().in(l.tag()))));
        page.staff().ifPresent(words -> press(Page.Welcome.STAFF, words));
    }

    private void consent(Page.Consent page) {
        simulation(page.simulation());
        title(page);
        line(page.whoAsks());
        line(page.purpose());
        page.required().forEach(item -> line("- " + in(item)));
        page.optional().forEach(o -> press("option-consent-" + o.id(), o.label()));
        blocks(page.details());
        press("onward", page.onward());
    }

    private void questions(Page.Questions page) {
        page.counter().ifPresent(this::line);
        title(page);
        page.help().ifPresent(this::line);
        page.problems().forEach(p -> line("! " + p.path() + ": " + in(p.message())));
        page.fields().forEach(this::field);
        page.price().ifPresent(price -> line("= " + in(price)));
        press("onward", page.onward());
    }

    private void field(Field field) {
        line("? " + in(field.label()) + " (" + field.path() + ")");
        field.hint().ifPresent(hint -> line("  " + in(hint)));
        line(
                switch (field) {
                    case Field.Line f ->
                            "  <%s> %s, at most %d".formatted(f.value(), f.keypad(), f.lengthMax());
                    case Field.Date f -> "  <" + f.value() + "> DATE";
                    case Field.Choice f -> options(f);
                    case Field.YesNo f -> "  <" + f.value() + "> YES OR NO";
                    case Field.Count f -> "  <" + f.value() + "> 0 to " + f.countMax();
                    case Field.Fixed f -> "  " + f.value() + " (fixed)";
                });
    }

    private String options(Field.Choice field) {
        var lines = new StringBuilder();
        for (var option : field.options()) {
            lines.append(lines.isEmpty() ? "" : "\n")
                    .append(option.id().equals(field.value()) ? "  (x) " : "  ( ) ")
                    .append(in(option.label()))
                    .append(" (")
                    .append(option.id())
                    .append(')');
        }
        return lines.toString();
    }

    private void check(Page.Check page) {
        title(page);
        line(page.lead());
        for (var row : page.rows()) {
            line(
                    in(row.label())
                            + ": "
                            + in(row.value())
                            + row.target()
                                    .map(t -> " [change-" + t + "] " + in(page.change()))
                                    .orElse(""));
        }
        page.prices().forEach(price -> line("= " + in(price.label()) + ": " + in(price.amount())));
        page.total().ifPresent(total -> line("= " + in(total)));
        press("onward", page.onward());
    }

    private void blocks(List<Page.Block> blocks) {
        for (var block : blocks) {
            switch (block) {
                case Page.Paragraph(var words) -> line(words);
                case Page.Heading(var words) -> line("## " + in(words));
                case Page.Bullets(var items) -> items.forEach(item -> line("- " + in(item)));
                case Page.Fact(var icon, var label, var value) ->
                        line("(" + icon + ") " + in(label) + ": " + in(value));
                case Page.Code(var label, var code) -> line(in(label) + ": " + code);
            }
        }
    }

    private void ways(Ways ways) {
        if (ways.back()) {
            press("back");
        }
        if (ways.leave()) {
            press("leave");
        }
        line("(patience: " + ways.patience() + ")");
    }

    private void simulation(Optional<Localized> simulation) {
        simulation.ifPresent(words -> line("~ " + in(words)));
    }

    private void title(Page page) {
        line("# " + in(page.title()));
    }

    private void press(String id) {
        line("[" + id + "]");
    }

    private void press(String id, Localized words) {
        line("[" + id + "] " + in(words));
    }

    private void press(String id, String title, Localized summary) {
        line("[" + id + "] " + title + " — " + in(summary));
    }

    private String in(Localized words) {
        return words.in(language);
    }

    private void line(Localized words) {
        line(in(words));
    }

    private void line(String words) {
        text.append(words).append('\n');
    }
}
