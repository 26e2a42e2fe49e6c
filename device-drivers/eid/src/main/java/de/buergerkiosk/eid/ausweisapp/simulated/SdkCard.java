package de.buergerkiosk.eid.ausweisapp.simulated;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A card as AusweisApp sees it; counts its own tries. */
public final class SdkCard {
    private static final int TRIES_FULL = 3;

    private final boolean eid;
    private final boolean deactivated;
    private final boolean inoperative;
    private final String can;
    private String pin;
    private int triesLeft;

    private SdkCard(
            boolean eid,
            boolean deactivated,
            boolean inoperative,
            String pin,
            String can,
            int triesLeft) {
        this.eid = eid;
        this.deactivated = deactivated;
        this.inoperative = inoperative;
        this.pin = pin;
        this.can = can;
        this.triesLeft = triesLeft;
    }

    public static SdkCard idCard(String pin, String can, int triesLeft) {
        return new SdkCard(true, false, false, pin, can, triesLeft);
    }

    public static SdkCard deactivated() {
        return new SdkCard(true, true, false, "", "", TRIES_FULL);
    }

    /** No PIN tries left, and no uses of the PUK either. */
    public static SdkCard inoperative() {
        return new SdkCard(true, false, true, "", "", 0);
    }

    /** A bank card, for example. */
    public static SdkCard foreign() {
        return new SdkCard(false, false, false, "", "", 0);
    }

    boolean isEid() {
        return eid;
    }

    boolean usable() {
        return eid && !deactivated && !inoperative;
    }

    public synchronized int triesLeft() {
        return triesLeft;
    }

    synchronized boolean checkPin(String digits) {
        triesLeft--;
        if (digits.equals(pin)) {
            triesLeft = TRIES_FULL;
            return true;
        }
        return false;
    }

    boolean checkCan(String digits) {
        return digits.equals(can);
    }

    synchronized void changePin(String digits) {
        pin = digits;
    }

    /**
     * As in a READER message; an unknown card is an empty object.
     *
     * @param asked whether AusweisApp knows the tries left
     */
    synchronized ObjectNode shown(boolean asked) {
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        if (eid) {
            shown.put("deactivated", deactivated);
            shown.put("inoperative", inoperative);
            shown.put("retryCounter", asked ? triesLeft : -1);
        }
        return shown;
    }
}
