package de.buergerkiosk.journey.identify;

import de.buergerkiosk.forms.Localized;
import de.buergerkiosk.page.Page;
import de.buergerkiosk.page.Ways;
import de.buergerkiosk.page.Words;
import de.buergerkiosk.ports.eid.EidEvent;
import de.buergerkiosk.ports.eid.EidResult;
import de.buergerkiosk.ports.eid.EidRight;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Every page of an identification. */
final class EidPages {
    private static final int PIN_DIGITS = 6;
    private static final int CAN_DIGITS = 6;

    /** Of the letter that came with the card: says that no PIN was chosen yet. */
    private static final int TRANSPORT_PIN_DIGITS = 5;

    private final Words words;
    private final Optional<Localized> simulation;

    EidPages(Words words, boolean simulated) {
        this.words = words;
        this.simulation = simulated ? Optional.of(words.say("eid.simulation")) : Optional.empty();
    }

    Page.Consent consent(EidEvent.ConsentRequired event, Localized purpose) {
        var who = event.certificate();
        return new Page.Consent(
                "consent",
                words.say("eid.consent.title"),
                words.say("eid.consent.who", who.subjectName(), who.subjectUrl()),
                purpose,
                sorted(event.required()).stream()
                        .map(right -> label(right, event.compared()))
                        .toList(),
                sorted(event.optional()).stream()
                        .map(right -> new Page.Option(right.name(), label(right, event.compared())))
                        .toList(),
                details(event),
                simulation,
                words.say("eid.consent.onward"),
                Ways.OPEN);
    }

    /** While the centre is asked for a session. */
    Page.Waiting connecting() {
        return new Page.Waiting(
                "connecting",
                words.say("eid.connecting.title"),
                words.say("eid.connecting.detail"),
                List.of(),
                Page.Illustration.CARD_READER,
                Optional.empty(),
                simulation);
    }

    /** What the service calls this errand comes from the eID server, as AusweisApp shows it. */
    private List<Page.Block> details(EidEvent.ConsentRequired event) {
        var who = event.certificate();
        var blocks = new ArrayList<Page.Block>();
        event.transactionInfo()
                .filter(text -> !text.isBlank())
                .ifPresent(text ->
                        blocks.add(new Page.Paragraph(words.say("eid.consent.transaction", text))));
        blocks.add(new Page.Heading(words.say("eid.consent.terms")));
        blocks.add(new Page.Paragraph(Localized.same(who.termsOfUsage())));
        blocks.add(
                new Page.Paragraph(
                        words.say("eid.consent.issuer", who.issuerName(), who.validUntil())));
        return blocks;
    }

    Page.Waiting card(Optional<EidEvent.CardProblem> problem) {
        return card(problem.map(this::problem).orElseGet(() -> words.say("eid.card.detail")));
    }

    /** The right card lies so that it cannot be read. */
    Page.Waiting crooked() {
        return card(words.say("eid.card.crooked"));
    }

    private Page.Waiting card(Localized detail) {
        return new Page.Waiting(
                "card",
                words.say("eid.card.title"),
                detail,
                List.of(words.say("eid.card.hint")),
                Page.Illustration.CARD_READER,
                Optional.of(words.say("eid.card.cancel")),
                simulation);
    }

    private Localized problem(EidEvent.CardProblem problem) {
        return words.say(
                switch (problem) {
                    case UNKNOWN_CARD -> "eid.card.unknown";
                    case DEACTIVATED -> "eid.failed.deactivated";
                    case REMOVED -> "eid.card.removed";
                });
    }

    Page.SecretEntry pin(EidEvent.PinRequired event) {
        Optional<Localized> problem =
                event.wrongBefore()
                        ? Optional.of(words.say("eid.pin.wrong", event.triesLeft()))
                        : Optional.empty();
        return new Page.SecretEntry(
                "pin",
                words.say("eid.pin.title"),
                words.say("eid.pin.lead"),
                TRANSPORT_PIN_DIGITS,
                PIN_DIGITS,
                problem,
                simulation,
                Ways.PERSONAL);
    }

    /** The PIN that goes, mostly the five digits of the letter. */
    Page.SecretEntry oldPin(EidEvent.PinRequired event) {
        return new Page.SecretEntry(
                "old-pin",
                words.say("eid.change.oldPin.title"),
                words.say("eid.change.oldPin.lead"),
                TRANSPORT_PIN_DIGITS,
                PIN_DIGITS,
                event.wrongBefore()
                        ? Optional.of(words.say("eid.pin.wrong", event.triesLeft()))
                        : Optional.empty(),
                simulation,
                Ways.PERSONAL);
    }

    Page.SecretEntry newPin(boolean mismatch) {
        return newPin(
                "new-pin",
                words.say("eid.change.newPin.title"),
                words.say("eid.change.newPin.lead"),
                mismatch ? Optional.of(words.say("eid.change.mismatch")) : Optional.empty());
    }

    Page.SecretEntry newPinAgain() {
        return newPin(
                "new-pin-again",
                words.say("eid.change.newPinAgain.title"),
                words.say("eid.change.newPinAgain.lead"),
                Optional.empty());
    }

    private Page.SecretEntry newPin(
            String name, Localized title, Localized lead, Optional<Localized> problem) {
        return new Page.SecretEntry(
                name, title, lead, PIN_DIGITS, PIN_DIGITS, problem, simulation, Ways.PERSONAL);
    }

    Page.Waiting newPinOnReader() {
        return new Page.Waiting(
                "new-pin-on-reader",
                words.say("eid.change.newPin.title"),
                words.say("eid.change.onReader"),
                List.of(),
                Page.Illustration.CARD_READER,
                Optional.empty(),
                simulation);
    }

    /** The card has a PIN now, and the errand can begin. */
    Page.Notice pinChanged() {
        return new Page.Notice(
                "pin-changed",
                Page.Mood.DONE,
                words.say("eid.change.done.title"),
                List.of(new Page.Paragraph(words.say("eid.change.done.text"))),
                List.of(new Page.Button("again", words.say("eid.change.done.onward"), true)),
                new Ways(true, false, Ways.Patience.PERSONAL));
    }

    Page.SecretEntry can(EidEvent.CanRequired event) {
        Optional<Localized> problem =
                event.wrongBefore() ? Optional.of(words.say("eid.can.wrong")) : Optional.empty();
        return new Page.SecretEntry(
                "can",
                words.say("eid.can.title"),
                words.say("eid.can.lead"),
                CAN_DIGITS,
                CAN_DIGITS,
                problem,
                simulation,
                Ways.PERSONAL);
    }

    Page.Waiting onReader(int triesLeft) {
        return new Page.Waiting(
                "pin-on-reader",
                words.say("eid.pin.title"),
                words.say("eid.pin.onReader", triesLeft),
                List.of(),
                Page.Illustration.CARD_READER,
                Optional.empty(),
                simulation);
    }

    Page.Waiting progress(int percent) {
        return new Page.Waiting(
                "reading",
                words.say("eid.reading.title"),
                words.say("eid.reading.detail", percent),
                List.of(words.say("eid.reading.hint")),
                Page.Illustration.CARD_READER,
                Optional.empty(),
                simulation);
    }

    /**
     * Why there is no identity.
     *
     * @param changesPin whether the eID client could change a transport PIN at once
     */
    Page.Notice failed(EidResult.Reason reason, String code, boolean changesPin) {
        return failed("eid.failed.title", reason, code, changesPin);
    }

    /** Why the card has the PIN that it had. */
    Page.Notice pinNotChanged(EidResult.Reason reason, String code) {
        return failed("eid.change.failed.title", reason, code, false);
    }

    private Page.Notice failed(
            String title, EidResult.Reason reason, String code, boolean changesPin) {
        boolean change = changesPin && reason == EidResult.Reason.TRANSPORT_PIN;
        var again =
                switch (reason) {
                    case DEACTIVATED, TRANSPORT_PIN, BLOCKED, REFUSED -> false;
                    case CANCELLED,
                            CARD_REMOVED,
                            NO_CARD,
                            FOREIGN_CARD,
                            TIMEOUT,
                            UNAVAILABLE,
                            FAILED ->
                            true;
                };
        var key =
                "eid.failed."
                        + switch (reason) {
                            case CANCELLED -> "cancelled";
                            case CARD_REMOVED -> "cardRemoved";
                            case NO_CARD -> "noCard";
                            case FOREIGN_CARD -> "foreignCard";
                            case DEACTIVATED -> "deactivated";
                            case TRANSPORT_PIN -> change ? "transportPinHere" : "transportPin";
                            case BLOCKED -> "blocked";
                            case REFUSED -> "refused";
                            case TIMEOUT -> "timeout";
                            case UNAVAILABLE -> "unavailable";
                            case FAILED -> "failed";
                        };
        var buttons =
                again
                        ? List.of(
                                new Page.Button("leave", words.say("eid.failed.leave"), false),
                                new Page.Button("again", words.say("eid.failed.again"), true))
                        : change
                                ? List.of(
                                        new Page.Button(
                                                "leave", words.say("eid.failed.leave"), false),
                                        new Page.Button(
                                                "change", words.say("eid.change.begin"), true))
                                : List.of(
                                        new Page.Button(
                                                "leave", words.say("eid.failed.leave"), true));
        return new Page.Notice(
                "identification-failed",
                Page.Mood.WARNING,
                words.say(title),
                List.of(
                        new Page.Paragraph(words.say(key)),
                        new Page.Paragraph(words.say("eid.failed.nothingStored")),
                        new Page.Paragraph(words.say("trouble.code", code))),
                buttons,
                new Ways(true, false, Ways.Patience.ANONYMOUS));
    }

    private static List<EidRight> sorted(Set<EidRight> rights) {
        return rights.stream().sorted(Comparator.naturalOrder()).toList();
    }

    /** A comparison is told with its value: the citizen shall know what is found out. */
    private Localized label(EidRight right, EidEvent.Compared compared) {
        if (right == EidRight.AGE_VERIFICATION && compared.ageOver().isPresent()) {
            return words.say("eid.right.ageOver", compared.ageOver().get());
        }
        if (right == EidRight.ADDRESS_VERIFICATION && compared.placeIs().isPresent()) {
            return words.say("eid.right.placeIs", compared.placeIs().get());
        }
        return words.say("eid.right." + right.name().toLowerCase(Locale.ROOT));
    }
}
