package de.buergerkiosk.payment.zvt;

import de.buergerkiosk.ports.payment.PaymentJournal;
import de.buergerkiosk.ports.payment.PaymentOrder;
import de.buergerkiosk.ports.payment.PaymentOutcome;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.Optional;

/**
 * What a journal alone says about the last attempt at a payment.
 *
 * @param order with the amount of that attempt
 * @param move which way the money goes
 * @param state how far it is
 */
public record Standing(PaymentOrder order, Move move, State state) {
    /** How far an attempt is. */
    public sealed interface State {
        /** The terminal has not heard of it, and nobody has said how it ended. */
        record Intended() implements State {}

        /** The terminal may have booked; {@link ZvtTerminal#settle} finds out. */
        record Open() implements State {}

        /** It ended like this; an unclear one may be settled again. */
        record Ended(PaymentOutcome outcome) implements State {}
    }

    /** Whether the terminal's last transaction may be this one: it has to be asked before it works again. */
    public boolean isOpen() {
        return switch (state) {
            case State.Open() -> true;
            case State.Intended(), State.Ended _ -> false;
        };
    }

    public boolean isUnclear() {
        return switch (state) {
            case State.Ended(var outcome) -> outcome instanceof PaymentOutcome.Unclear;
            case State.Intended(), State.Open() -> false;
        };
    }

    /**
     * Reads the journal.
     *
     * @param now for the year of a booking, which terminals do not say
     * @return empty where the journal does not know the reference
     * @throws IllegalStateException when the journal holds what this driver never writes
     */
    public static Optional<Standing> of(
            PaymentJournal journal, String reference, ZvtSettings settings, Instant now) {
        Charset charset = settings.charset();
        return switch (Attempt.read(journal, reference, charset)) {
            case Attempt.Unknown() -> Optional.empty();
            case Attempt.Intended(long cents, var move) ->
                    standing(reference, cents, move, new State.Intended());
            case Attempt.Open(var sent) ->
                    standing(reference, sent.amountCents(), sent.move(), new State.Open());
            case Attempt.Settled(var ending, var sent) ->
                    standing(
                            reference,
                            sent.amountCents(),
                            sent.move(),
                            new State.Ended(
                                    Outcomes.ofJournal(
                                            ending, Optional.of(sent), now, settings.zone())));
            case Attempt.SettledUnsent(var ending, long cents, var move) ->
                    standing(
                            reference,
                            cents,
                            move,
                            new State.Ended(
                                    Outcomes.ofJournal(
                                            ending, Optional.empty(), now, settings.zone())));
        };
    }

    private static Optional<Standing> standing(
            String reference, long cents, Move move, State state) {
        return Optional.of(new Standing(new PaymentOrder(reference, cents), move, state));
    }
}
