package de.buergerkiosk.contract.bundle;

import java.io.Serial;

/** Ends the reading of a bundle; becomes a {@link BundleVerdict.Refused} at the package's door. */
final class Refusal extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String detail;

    Refusal(Reason reason, String detail) {
        super(reason.word() + ": " + detail);
        this.reason = reason;
        this.detail = detail;
    }

    BundleVerdict.Refused verdict() {
        return new BundleVerdict.Refused(reason, detail);
    }
}
