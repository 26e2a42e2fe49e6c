package de.buergerkiosk.forms;

/** When a service is paid. */
public enum PaymentPolicy {
    /** The service never costs anything; it has no fee tables. */
    NONE,
    /** The fee, unless it is nought, is paid at the kiosk before the filing is released. */
    BEFORE
}
