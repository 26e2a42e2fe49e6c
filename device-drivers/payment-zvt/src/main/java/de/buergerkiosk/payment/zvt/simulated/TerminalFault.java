package de.buergerkiosk.payment.zvt.simulated;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the simulated terminal does wrong, on purpose. The description is printed by the command. */
public enum TerminalFault {
    NONE("works as the specification says"),
    DECLINED("the bank refuses every card (result 05)"),
    CARD_NOT_PRESENTED("no card comes; the terminal gives up after its card time-out (result 6C)"),
    CUSTOMER_CANCEL("the customer presses the abort key instead of showing a card (result 6C)"),
    MUTE("accepts connections and never answers"),
    MUTE_AFTER_AUTHORISATION("falls silent in each payment after its acknowledgement"),
    CUT_BEFORE_STATUS("the line is cut before 04 0F; the terminal reverses"),
    CUT_AFTER_STATUS("the line is cut after 04 0F, before its acknowledgement; it reverses"),
    CUT_DURING_PRINT("the line is cut while receipts are sent; it reverses"),
    CUT_AFTER_ACK("the line is cut after all acknowledgements, before 06 0F; it has booked"),
    LOST_STATUS_KEPT(
            "04 0F is lost; it keeps the result until the answer to 06 20 is acknowledged"),
    ABORT_AFTER_ACK("takes the acknowledgement of 04 0F, reverses all the same and says 06 1E"),
    COALESCED("sends its acknowledgement together with the next message in one segment"),
    ONE_BYTE("sends every byte in a segment of its own"),
    SLOW("waits before each of its messages"),
    FOREIGN_BANNER("greets like another server instead of waiting"),
    SERIAL_FRAMING("answers in the framing of the serial line"),
    OUT_OF_PAPER("says that its printer is not ready (CC), and refuses payments"),
    BUSY("says that it is busy (9C), and refuses payments and the daily closing"),
    CLOSING_DUE("demands the end-of-day batch first (F0), and refuses payments"),
    OWN_CLOSING(
            "closes its day by itself: busy (9C) for half a minute, then closed, and all is well"),
    OWN_UPDATE(
            "fetches new software: remote maintenance (E0) for half a minute, then it restarts, and"
                    + " all is well"),
    OUT_OF_ORDER("says that it is out of order (DF), and refuses payments"),
    WRONG_AMOUNT("answers with one cent more than ordered"),
    UNKNOWN_BITMAP("sends 04 0F with a bitmap that the specification does not know"),
    UNMASKED_CARD("sends card number and track 2 unmasked, on the receipt as well");

    private final String description;

    TerminalFault(String description) {
        this.description = description;
    }

    /** One sentence in English. */
    public String description() {
        return description;
    }

    /** As on the command line: {@code cut-after-ack}. */
    public String optionName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<TerminalFault> named(String optionName) {
        return Arrays.stream(values())
                .filter(fault -> fault.optionName().equals(optionName))
                .findFirst();
    }
}
