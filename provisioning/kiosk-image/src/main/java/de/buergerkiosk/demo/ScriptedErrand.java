package de.buergerkiosk.demo;

import de.buergerkiosk.contract.appointment.AppointmentCode;
import de.buergerkiosk.page.Page;
import de.buergerkiosk.screen.FxScreen;
import de.buergerkiosk.screen.Hand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A citizen who comes for an appointment or a waiting number, with a finger on the real screen, and a
 * camera that takes a picture of every page.
 */
final class ScriptedErrand {
    private static final Duration PAGE_MAX = Duration.ofSeconds(90);
    private static final Duration READ_MAX = Duration.ofSeconds(5);
    private static final int SHOWN_MAX = 10;

    private final Hand hand;
    private final InstantSource clock;
    private final Path out;
    private final Journeys journey;
    private final String language;
    private final Optional<AppointmentCode> code;
    private final Optional<Scanner> scanner;
    private final List<ScriptedVisit.Shot> shots = new ArrayList<>();
    private Instant acted = Instant.EPOCH;
    private Optional<Result> result = Optional.empty();

    /** The end of it: what the last page says. */
    record Result(int touches, long paperMillis, Page.Notice page) {
        /** The number or code that stands on it large. */
        Optional<String> code() {
            return page.blocks().stream()
                    .filter(Page.Code.class::isInstance)
                    .map(block -> ((Page.Code) block).code())
                    .findFirst();
        }
    }

    /** Holds a code under the kiosk's scanner. */
    @FunctionalInterface
    interface Scanner {
        void show(String code);
    }

    /**
     * @param code of the appointment that the citizen has, for a check-in
     * @param scanner before which the citizen holds the code; who has none types it
     */
    ScriptedErrand(
            FxScreen screen,
            InstantSource clock,
            Path out,
            Journeys journey,
            String language,
            Optional<AppointmentCode> code,
            Optional<Scanner> scanner) {
        this.hand = new Hand(screen);
        this.clock = clock;
        this.out = out;
        this.journey = journey;
        this.language = language;
        this.code = code;
        this.scanner = scanner;
    }

    List<ScriptedVisit.Shot> shots() {
        return List.copyOf(shots);
    }

    Optional<Result> result() {
        return result;
    }

    int touches() {
        return hand.touches();
    }

    /** From the welcome page to the last page, and until the welcome page is back. */
    void walk() throws InterruptedException, IOException {
        hand.awaitPage("welcome", PAGE_MAX);
        shoot("welcome", hand.lastPageTook().toMillis());
        var millis = begin();
        while (true) {
            var page = hand.shownPage();
            if (page.name().startsWith("farewell")) {
                var paper = Duration.between(acted, clock.instant()).toMillis();
                shoot(page.name(), millis);
                result = Optional.of(new Result(hand.touches(), paper, (Page.Notice) page));
                press("button-done");
                hand.awaitPage("welcome", PAGE_MAX);
                return;
            }
            shoot(page.name(), millis);
            millis = act(page);
        }
    }

    /** A code that is shown on the welcome page needs no touch before it. */
    private long begin() throws InterruptedException {
        if (journey == Journeys.CHECK_IN && language.equals("de") && scan()) {
            return hand.lastPageTook().toMillis();
        }
        return press("start-" + language);
    }

    /** As people do: once more when nothing happens. False where it is to be typed. */
    private boolean scan() throws InterruptedException {
        if (scanner.isEmpty()) {
            return false;
        }
        var page = hand.shownPage();
        acted = clock.instant();
        for (int i = 0; i < SHOWN_MAX; i++) {
            scanner.get().show(code.orElseThrow().printed());
            if (hasTurned(page)) {
                return true;
            }
        }
        throw new IllegalStateException("the code is not read on page " + page.name());
    }

    private boolean hasTurned(Page page) throws InterruptedException {
        try {
            hand.awaitPageAfter(page, READ_MAX);
            return true;
        } catch (IllegalStateException _) {
            return false;
        }
    }

    private long act(Page page) throws InterruptedException {
        return switch (page) {
            case Page.Choices choices when choices.name().equals("choose") ->
                    journey == Journeys.CHECK_IN && scan()
                            ? hand.lastPageTook().toMillis()
                            : press("tile-" + journey.tile());
            case Page.Choices choices -> press("tile-" + choices.tiles().getFirst().id());
            case Page.Questions questions when questions.name().equals("appointment-code") -> {
                if (scan()) {
                    yield hand.lastPageTook().toMillis();
                }
                hand.tap("field-code");
                hand.type(code.orElseThrow().printed());
                yield press("onward");
            }
            case Page.Questions _ -> press("onward");
            case Page.Waiting _ -> {
                hand.awaitPageAfter(page, PAGE_MAX);
                yield hand.lastPageTook().toMillis();
            }
            case Page.Notice notice when notice.name().equals("appointment") ->
                    press("button-check-in");
            case Page.Welcome _,
                    Page.Reading _,
                    Page.Consent _,
                    Page.SecretEntry _,
                    Page.Check _,
                    Page.Scan _,
                    Page.Notice _ ->
                    throw new IllegalStateException("the visit ran into: " + page.name());
        };
    }

    private long press(String id) throws InterruptedException {
        acted = clock.instant();
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
        shots.add(new ScriptedVisit.Shot(name, picture, millis));
    }
}
