package de.buergerkiosk.agent.apply;

import de.buergerkiosk.contract.bundle.Reason;

/** What the kiosk made of a bundle that came. */
public sealed interface Staging {
    /** It lies ready, durably. */
    record Staged(Named bundle) implements Staging {}

    /** It runs already, or was given up for good. */
    record Nothing() implements Staging {}

    /** It is not to be taken. */
    record Refused(Reason reason, String detail) implements Staging {}
}
