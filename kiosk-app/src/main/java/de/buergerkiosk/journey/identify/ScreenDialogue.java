package de.buergerkiosk.journey.identify;

import de.buergerkiosk.forms.Identification;
import de.buergerkiosk.journey.Counter;
import de.buergerkiosk.page.Answer;
import de.buergerkiosk.page.Page;
import de.buergerkiosk.ports.eid.EidDialogue;
import de.buergerkiosk.ports.eid.EidEvent;
import de.buergerkiosk.ports.eid.EidReply;
import de.buergerkiosk.ports.eid.EidRight;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One identification, as the citizen sees it on the screen. */
final class ScreenDialogue implements EidDialogue {
    private final Counter counter;
    private final EidPages pages;
    private final Optional<Identification.Needed> needed;
    private volatile boolean cancelled;
    private volatile Optional<Answer.Why> left = Optional.empty();
    private volatile boolean steppedBack;
    private volatile boolean comparesOtherwise;
    private volatile boolean withdrawn;
    private volatile Optional<Page> asking = Optional.empty();

    ScreenDialogue(Counter counter, EidPages pages, Identification.Needed needed) {
        this(counter, pages, Optional.of(needed));
    }

    private ScreenDialogue(
            Counter counter, EidPages pages, Optional<Identification.Needed> needed) {
        this.counter = counter;
        this.pages = pages;
        this.needed = needed;
    }

    /** For a change of the PIN, in which nobody asks for data. */
    static ScreenDialogue changingPin(Counter counter, EidPages pages) {
        return new ScreenDialogue(counter, pages, Optional.empty());
    }

    /** Why the citizen ended the visit in the middle of it, if so. */
    Optional<Answer.Why> left() {
        return left;
    }

    /** Whether the citizen was not even asked, as the server compares with something else than the service. */
    boolean comparesOtherwise() {
        return comparesOtherwise;
    }

    /** Whether the citizen went one page back. */
    boolean steppedBack() {
        return steppedBack;
    }

    @Override
    public boolean cancelWanted() {
        return cancelled;
    }

    @Override
    public EidReply on(EidEvent event) throws InterruptedException {
        return switch (event) {
            case EidEvent.ConsentRequired required -> consent(required);
            case EidEvent.CardRequired(var problem) -> show(pages.card(problem));
            case EidEvent.PinRequired pin when pin.onReader() ->
                    show(pages.onReader(pin.triesLeft()));
            case EidEvent.PinRequired pin when needed.isEmpty() -> secret(pages.oldPin(pin));
            case EidEvent.PinRequired pin -> secret(pages.pin(pin));
            case EidEvent.CanRequired can when can.onReader() -> show(pages.onReader(1));
            case EidEvent.CanRequired can -> secret(pages.can(can));
            case EidEvent.PukRequired() -> new EidReply.Cancel();
            case EidEvent.NewPinRequired(var onReader) ->
                    onReader ? show(pages.newPinOnReader()) : newPin();
            case EidEvent.Progress(int percent) -> show(pages.progress(percent));
            case EidEvent.PausedBadPosition() -> show(pages.crooked());
        };
    }

    /**
     * The question has lost its point, and with it this identification. Whoever asks next sees it
     * too, so it does not matter whether the page was on the screen already.
     */
    @Override
    public void withdraw() {
        withdrawn = true;
        asking.ifPresent(counter.screen()::withdraw);
    }

    private Answer ask(Page page) throws InterruptedException {
        asking = Optional.of(page);
        try {
            return withdrawn ? new Answer.Withdrawn() : counter.ask(page);
        } finally {
            asking = Optional.empty();
        }
    }

    private EidReply consent(EidEvent.ConsentRequired required) throws InterruptedException {
        var service = needed.orElseThrow();
        if (!required.compared()
                .equals(new EidEvent.Compared(service.ageOver(), service.placeIs()))) {
            comparesOtherwise = true;
            return new EidReply.Cancel();
        }
        var page = pages.consent(required, service.purpose());
        return switch (ask(page)) {
            case Answer.Agreed(var optional) -> new EidReply.Consent(rights(optional));
            case Answer.Back _ -> back();
            case Answer.Leave(var why) -> leave(why);
            case Answer.Withdrawn() -> new EidReply.Cancel();
            case Answer other -> throw Counter.unexpected(page, other);
        };
    }

    private EidReply secret(Page.SecretEntry page) throws InterruptedException {
        return switch (ask(page)) {
            case Answer.Secret(var digits) -> new EidReply.Secret(digits);
            case Answer.Back _ -> back();
            case Answer.Leave(var why) -> leave(why);
            case Answer.Withdrawn() -> new EidReply.Cancel();
            case Answer other -> throw Counter.unexpected(page, other);
        };
    }

    /** Chosen and typed again, until both are the same. */
    private EidReply newPin() throws InterruptedException {
        for (var mismatch = false; ; mismatch = true) {
            EidReply first = secret(pages.newPin(mismatch));
            if (!(first instanceof EidReply.Secret(var chosen))) {
                return first;
            }
            EidReply second = secret(pages.newPinAgain());
            var same =
                    second instanceof EidReply.Secret(var again)
                            && Arrays.equals(chosen.reveal(), again.reveal());
            Arrays.fill(chosen.reveal(), '\0');
            if (same || !(second instanceof EidReply.Secret(var other))) {
                return second;
            }
            Arrays.fill(other.reveal(), '\0');
        }
    }

    private EidReply show(Page page) {
        if (cancelled) {
            return new EidReply.Cancel();
        }
        counter.screen()
                .show(
                        page,
                        pressed -> {
                            if (pressed instanceof Answer.Leave) {
                                steppedBack = true;
                                cancelled = true;
                            }
                        });
        return new EidReply.Acknowledged();
    }

    private EidReply back() {
        steppedBack = true;
        cancelled = true;
        return new EidReply.Cancel();
    }

    private EidReply leave(Answer.Why why) {
        left = Optional.of(why);
        cancelled = true;
        return new EidReply.Cancel();
    }

    private static Set<EidRight> rights(Set<String> names) {
        return names.stream().map(EidRight::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
