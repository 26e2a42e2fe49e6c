package de.buergerkiosk.central.identity;

import de.buergerkiosk.contract.identity.IdentityOffer;
import de.buergerkiosk.contract.identity.IdentityRefusal;

/** Whether an identification was opened. */
public sealed interface OpenOutcome {
    record Opened(IdentityOffer offer) implements OpenOutcome {}

    record Refused(IdentityRefusal refusal) implements OpenOutcome {}
}
