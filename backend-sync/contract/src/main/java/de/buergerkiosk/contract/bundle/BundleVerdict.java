package de.buergerkiosk.contract.bundle;

/** What a kiosk makes of a bundle. */
public sealed interface BundleVerdict {
    /** Authentic, whole, for this kiosk, not older than what it knows, not expired. */
    record Valid(Bundle bundle) implements BundleVerdict {}

    /**
     * Not to be applied.
     *
     * @param detail what was found and what would be right, in English, without contents
     */
    record Refused(Reason reason, String detail) implements BundleVerdict {}
}
