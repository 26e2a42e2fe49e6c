package de.buergerkiosk.eid.simulated.card;

import de.buergerkiosk.eid.simulated.eac.Bytes;
import de.buergerkiosk.eid.simulated.eac.ResponseApdu;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * PIN, CAN and PUK with their states (TR-03110-2, 2.4; TR-03127). With one try left the PIN is
 * suspended until the CAN was shown in the same session; with none it is blocked until the PUK.
 */
final class Passwords {
    private static final int PUK_USES = 10;
    private static final int PIN_DIGITS = 6;

    /** The numbers that PACE has for passwords (TR-03110-3, table B.1). */
    enum Password {
        CAN(2),
        PIN(3),
        PUK(4);

        private final int number;

        Password(int number) {
            this.number = number;
        }

        static Password numbered(Bytes reference) throws Refused {
            for (Password each : values()) {
                if (reference.equals(Bytes.ofInts(each.number))) {
                    return each;
                }
            }
            throw new Refused(Status.REFERENCE_NOT_FOUND);
        }
    }

    private final PinMemory memory;
    private final String puk;
    private String pin;
    private String can;
    private boolean activated;
    private boolean resumed;
    private int pukUsesLeft = PUK_USES;

    Passwords(Personalisation.Secrets secrets, PinMemory memory) {
        this.memory = memory;
        this.pin = secrets.pin();
        this.can = secrets.can();
        this.puk = secrets.puk();
        this.activated = secrets.activated();
    }

    void reset() {
        resumed = false;
    }

    /** The PIN of the letter opens nothing but the choice of a PIN of one's own. */
    boolean isTransportPin() {
        return pin.length() < PIN_DIGITS;
    }

    /** What the chip answers when PACE with that password is chosen. */
    ResponseApdu chosen(Password password) throws IOException {
        if (password != Password.PIN) {
            return Status.ok();
        }
        if (!activated) {
            return Status.answer(Status.DEACTIVATED);
        }
        int tries = memory.triesLeft();
        return tries == PinMemory.TRIES_FULL
                ? Status.ok()
                : Status.answer(Status.TRIES_LEFT + tries);
    }

    /** Refuses PACE with a password that cannot be tried now. */
    void demandUsable(Password password, boolean withRights) throws Refused, IOException {
        switch (password) {
            case CAN -> {}
            case PUK -> {
                if (pukUsesLeft == 0) {
                    throw new Refused(Status.BLOCKED);
                }
            }
            case PIN -> {
                int tries = memory.triesLeft();
                if (tries == 0) {
                    throw new Refused(Status.BLOCKED);
                }
                if ((tries == 1 && !resumed) || (withRights && !activated)) {
                    throw new Refused(Status.CONDITIONS);
                }
            }
        }
    }

    Bytes value(Password password) {
        String digits =
                switch (password) {
                    case CAN -> can;
                    case PIN -> pin;
                    case PUK -> puk;
                };
        return Bytes.of(digits.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Counts a try before it is judged: a power cut is no free guess. */
    void count(Password password) throws IOException, InterruptedException {
        if (password == Password.PIN) {
            memory.triesLeft(memory.triesLeft() - 1);
        }
    }

    void right(Password password) throws IOException, InterruptedException {
        switch (password) {
            case PIN -> memory.triesLeft(PinMemory.TRIES_FULL);
            case CAN -> resumed = true;
            case PUK -> {}
        }
    }

    ResponseApdu wrong(Password password) throws IOException {
        if (password != Password.PIN) {
            return Status.answer(Status.FAILED);
        }
        resumed = false;
        return Status.answer(Status.TRIES_LEFT + memory.triesLeft());
    }

    void unblock() throws Refused, IOException, InterruptedException {
        if (pukUsesLeft == 0) {
            throw new Refused(Status.BLOCKED);
        }
        pukUsesLeft--;
        memory.triesLeft(PinMemory.TRIES_FULL);
    }

    void changePin(Bytes digits) throws Refused, IOException, InterruptedException {
        pin = sixDigits(digits);
        memory.triesLeft(PinMemory.TRIES_FULL);
    }

    void changeCan(Bytes digits) throws Refused {
        can = sixDigits(digits);
    }

    private static String sixDigits(Bytes digits) throws Refused {
        String text = new String(digits.toArray(), StandardCharsets.ISO_8859_1);
        if (!text.matches("[0-9]{6}")) {
            throw new Refused(Status.WRONG_DATA);
        }
        return text;
    }

    void activate(boolean on) {
        activated = on;
    }
}
