package de.buergerkiosk.central.identity;

import de.buergerkiosk.contract.identity.IdentityRefusal;

/** What came of a collection. */
public sealed interface CollectOutcome {
    /** The identity, sealed to the visit; the centre has no copy. */
    record Sealed(String jwe) implements CollectOutcome {}

    record Refused(IdentityRefusal refusal) implements CollectOutcome {}
}
