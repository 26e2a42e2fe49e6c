package de.buergerkiosk.demo;

import de.buergerkiosk.eid.simulated.CardTray;
import de.buergerkiosk.page.Field;
import de.buergerkiosk.page.Page;
import de.buergerkiosk.screen.FxScreen;
import de.buergerkiosk.screen.Hand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A citizen who walks through one errand with a finger on the real screen, and a camera that takes a
 * picture of every page.
 */
final class ScriptedVisit {
    private static final Duration PAGE_MAX = Duration.ofMinutes(4);

    private final Hand hand;
    private final Path out;
    private final OneVisit.Wish wish;
    private final Map<String, String> answers;
    private final CardTray tray;
    private final List<Shot> shots = new ArrayList<>();

    /**
     * A page that was seen.
     *
     * @param millis from the touch that led to it, or where the kiosk turned the page by itself from
     *     its wish to do so, to its pixels
     */
    record Shot(String name, String picture, long millis) {}

    ScriptedVisit(
            FxScreen screen,
            Path out,
            OneVisit.Wish wish,
            Map<String, String> answers,
            CardTray tray) {
        this.hand = new Hand(screen);
        this.out = out;
        this.wish = wish;
        this.answers = answers;
        this.tray = tray;
    }

    List<Shot> shots() {
        return List.copyOf(shots);
    }

    int touches() {
        return hand.touches();
    }

    /** From the welcome page to the farewell, and until the welcome page is back. */
    void walk() throws InterruptedException, IOException {
        hand.awaitPage("welcome", PAGE_MAX);
        shoot("welcome", hand.lastPageTook().toMillis());
        if (!"de".equals(wish.language())) {
            hand.tap("language-" + wish.language());
        }
        var millis = press("onward");
        while (true) {
            var page = hand.shownPage();
            shoot(page.name(), millis);
            if (page.name().equals("farewell")) {
                press("button-done");
                hand.awaitPage("welcome", PAGE_MAX);
                return;
            }
            millis = act(page);
        }
    }

    private long act(Page page) throws InterruptedException {
        return switch (page) {
            case Page.Welcome _, Page.Reading _, Page.Check _, Page.Consent _ -> press("onward");
            case Page.Choices choices -> press("tile-" + tile(choices));
            case Page.SecretEntry _ -> {
                for (var digit : Errands.PIN.chars().mapToObj(Character::toString).toList()) {
                    hand.tap("digit-" + digit);
                }
                yield press("done");
            }
            case Page.Questions questions -> {
                for (var field : questions.fields()) {
                    enter(field);
                }
                yield press("onward");
            }
            case Page.Scan _ -> {
                hand.awaitPageAfter(page, PAGE_MAX);
                yield 0;
            }
            case Page.Waiting waiting -> {
                if (waiting.name().equals("card")) {
                    tray.put(Errands.CARD);
                }
                if (waiting.name().equals("take-card")) {
                    tray.remove();
                }
                hand.awaitPageAfter(page, PAGE_MAX);
                yield hand.lastPageTook().toMillis();
            }
            case Page.Notice notice when wish.pays() == PaidBy.LATER && paysLater(notice) ->
                    press(notice.name().equals("not-paid") ? "button-other" : "button-agree");
            case Page.Notice notice ->
                    throw new IllegalStateException("the visit ran into: " + notice.name());
        };
    }

    private String tile(Page.Choices choices) {
        return choices.name().equals("pay-way") ? wish.pays().word() : wish.service();
    }

    private static boolean paysLater(Page.Notice notice) {
        return notice.name().equals("not-paid") || notice.name().equals("fee-notice");
    }

    private void enter(Field field) throws InterruptedException {
        var value = answers.get(field.path());
        if (value == null || value.equals(field.value())) {
            return;
        }
        switch (field) {
            case Field.Line _, Field.Date _ -> {
                hand.tap("field-" + field.path());
                hand.type(field instanceof Field.Date ? digits(value) : value);
            }
            case Field.Choice choice -> hand.tap("option-" + choice.path() + "-" + value);
            case Field.YesNo yesNo ->
                    hand.tap(("true".equals(value) ? "yes-" : "no-") + yesNo.path());
            case Field.Count count -> {
                for (int i = 0; i < Integer.parseInt(value); i++) {
                    hand.tap("plus-" + count.path());
                }
            }
            case Field.Fixed _ -> {}
        }
    }

    /** As one types a date: day, month, year. */
    private static String digits(String isoDate) {
        var parts = isoDate.split("-", -1);
        return parts.length == 3 ? parts[2] + parts[1] + parts[0] : isoDate;
    }

    private long press(String id) throws InterruptedException {
        return hand.turn(id).toMillis();
    }

    /** Progress pages come again and again; each name gets one picture in a row. */
    private void shoot(String name, long millis) throws IOException {
        if (!shots.isEmpty() && shots.getLast().name().equals(name)) {
            return;
        }
        var picture = "%02d-%s.png".formatted(shots.size() + 1, name.toLowerCase(Locale.ROOT));
        Files.createDirectories(out);
        hand.picture(out.resolve(picture), 0.5);
        shots.add(new Shot(name, picture, millis));
    }
}
