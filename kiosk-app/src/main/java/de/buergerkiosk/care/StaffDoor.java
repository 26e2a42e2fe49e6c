package de.buergerkiosk.care;

import de.buergerkiosk.forms.Localized;
import de.buergerkiosk.journey.Counter;
import de.buergerkiosk.page.Answer;
import de.buergerkiosk.page.Page;
import de.buergerkiosk.page.Ways;
import de.buergerkiosk.ports.Personal;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Code, then PIN, on the keypad. What was typed as a code that nobody has is kept nowhere: it may
 * have been a PIN.
 */
final class StaffDoor {
    private static final int CODE_MIN = 4;
    private static final int CODE_MAX = 8;
    private static final String NOBODY = "";

    private final Counter counter;
    private final Roster roster;
    private final Lock lock;
    private final CareLog log;
    private final InstantSource clock;
    private final ZoneId zone;

    StaffDoor(
            Counter counter,
            Roster roster,
            Lock lock,
            CareLog log,
            InstantSource clock,
            ZoneId zone) {
        this.counter = counter;
        this.roster = roster;
        this.lock = lock;
        this.log = log;
        this.clock = clock;
        this.zone = zone;
    }

    private sealed interface Verdict {
        record Right(StaffMember staff) implements Verdict {}

        record Expired() implements Verdict {}

        record Wrong() implements Verdict {}

        record Locked(Duration left) implements Verdict {}
    }

    private sealed interface Typed {
        record Digits(Personal<char[]> digits) implements Typed {}

        record Back() implements Typed {}

        record Gone() implements Typed {}
    }

    /** The person, or empty when nobody came in. */
    Optional<StaffMember> enter() throws InterruptedException {
        Optional<Localized> problem = Optional.empty();
        while (true) {
            var locked = lock.left(List.of(Lock.KIOSK));
            if (locked.isPresent()) {
                tell("locked", minutes(locked.get()));
                return Optional.empty();
            }
            if (!(type(codePage(problem)) instanceof Typed.Digits(var code))) {
                return Optional.empty();
            }
            switch (type(pinPage())) {
                case Typed.Gone() -> {
                    return Optional.empty();
                }
                case Typed.Back() -> problem = Optional.empty();
                case Typed.Digits(var pin) -> {
                    switch (check(String.valueOf(code.reveal()), pin.reveal())) {
                        case Verdict.Right(var staff) -> {
                            return Optional.of(staff);
                        }
                        case Verdict.Wrong() ->
                                problem = Optional.of(counter.words().say("care.door.wrong"));
                        case Verdict.Locked(var left) -> {
                            tell("locked", minutes(left));
                            return Optional.empty();
                        }
                        case Verdict.Expired() -> {
                            tell("expired", counter.words().say("care.door.expired"));
                            return Optional.empty();
                        }
                    }
                }
            }
        }
    }

    private Typed type(Page page) throws InterruptedException {
        return switch (counter.ask(page)) {
            case Answer.Secret(var digits) -> new Typed.Digits(digits);
            case Answer.Back _ -> new Typed.Back();
            case Answer.Leave _ -> new Typed.Gone();
            case Answer other -> throw Counter.unexpected(page, other);
        };
    }

    /** Clears the PIN. */
    private Verdict check(String code, char[] pin) {
        try {
            var known = roster.find(code);
            var subjects =
                    known.map(each -> List.of(Lock.KIOSK, each.code())).orElse(List.of(Lock.KIOSK));
            var locked = lock.left(subjects);
            if (locked.isPresent()) {
                return new Verdict.Locked(locked.get());
            }
            lock.begin(subjects);
            var right = known.map(StaffMember::pin).orElseGet(roster::nobody).matches(pin);
            return known.isPresent() && right
                    ? right(known.get(), subjects)
                    : wrong(known.map(StaffMember::code).orElse(NOBODY), subjects);
        } finally {
            Arrays.fill(pin, '\0');
        }
    }

    private Verdict right(StaffMember staff, List<String> subjects) {
        if (LocalDate.ofInstant(clock.instant(), zone).isAfter(staff.validUntil())) {
            log.write(staff.code(), CareEvent.EXPIRED, "valid until " + staff.validUntil());
            return new Verdict.Expired();
        }
        lock.passed(subjects);
        log.write(staff.code(), CareEvent.CAME_IN, staff.role().word());
        return new Verdict.Right(staff);
    }

    private Verdict wrong(String code, List<String> subjects) {
        log.write(code, CareEvent.REFUSED, code.isEmpty() ? "unknown code" : "wrong PIN");
        var locked = lock.left(subjects);
        if (locked.isPresent()) {
            log.write(code, CareEvent.LOCKED, locked.get().toSeconds() + " s");
            return new Verdict.Locked(locked.get());
        }
        return new Verdict.Wrong();
    }

    Page.SecretEntry codePage(Optional<Localized> problem) {
        var words = counter.words();
        return new Page.SecretEntry(
                "staff-code",
                words.say("care.door.code"),
                words.say("care.door.code.lead"),
                CODE_MIN,
                CODE_MAX,
                problem,
                Optional.empty(),
                new Ways(false, true, Ways.Patience.ANONYMOUS));
    }

    Page.SecretEntry pinPage() {
        var words = counter.words();
        return new Page.SecretEntry(
                "staff-pin",
                words.say("care.door.pin"),
                words.say("care.door.pin.lead"),
                PinHash.DIGITS_MIN,
                PinHash.DIGITS_MAX,
                Optional.empty(),
                Optional.empty(),
                new Ways(true, true, Ways.Patience.ANONYMOUS));
    }

    private Localized minutes(Duration left) {
        return counter.words().say("care.door.locked", Math.ceilDiv(left.toSeconds() + 1, 60));
    }

    private void tell(String what, Localized why) throws InterruptedException {
        var words = counter.words();
        counter.ask(
                new Page.Notice(
                        "staff-" + what,
                        Page.Mood.WARNING,
                        words.say("care.door.closed"),
                        List.of(new Page.Paragraph(why)),
                        List.of(new Page.Button("done", words.say("care.door.leave"), true)),
                        Ways.ENDING));
    }
}
