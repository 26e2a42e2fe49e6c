package de.buergerkiosk.payment.zvt.simulated;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What happens in one payment.
 *
 * @param line faults of the line; messages are counted from the terminal's answer to 06 01
 * @param cardholder what the person does instead of showing a card and entering the PIN
 * @param delay before the card and before the PIN, from this payment on
 * @param quirks of the terminal from this payment on
 */
record ScriptStep(
        TerminalFault fault,
        List<LineFault> line,
        Optional<Plan> cardholder,
        Optional<Duration> delay,
        Optional<Set<Quirk>> quirks) {
    static final ScriptStep NOTHING =
            new ScriptStep(
                    TerminalFault.NONE,
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    /** What a person can do. */
    enum Plan {
        PAY,
        CANCEL,
        DECLINED,
        AWAY
    }

    ScriptStep {
        line = List.copyOf(line);
    }
}
