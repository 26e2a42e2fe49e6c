package de.buergerkiosk.eid.simulated.card;

import de.buergerkiosk.eid.simulated.eac.Bytes;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.random.RandomGenerator;

/** A chip whose answers are spoiled on the way out. */
final class SpoiledAnswers implements Chip {
    private static final int OFTEN = 7;
    private static final int SECURED = 0x0C;
    private static final int READ_BINARY = 0xB0;
    private static final int GENERAL_AUTHENTICATE = 0x86;
    private static final Bytes OK = Bytes.ofInts(0x90, 0x00);

    private final Chip chip;
    private final CardFault fault;
    private final RandomGenerator chance;
    private int answers;

    SpoiledAnswers(Chip chip, CardFault fault, RandomGenerator chance) {
        this.chip = chip;
        this.fault = fault;
        this.chance = chance;
    }

    @Override
    public void reset() {
        chip.reset();
    }

    @Override
    public Bytes transmit(Bytes command) throws IOException, InterruptedException {
        Bytes right = chip.transmit(command);
        answers++;
        boolean now = answers % OFTEN == 0;
        boolean secured = command.length() > 1 && (command.at(0) & SECURED) == SECURED;
        int instruction = command.length() > 1 ? command.at(1) : 0;
        return switch (fault) {
            case RANDOM_STATUS -> now ? Bytes.random(2, chance) : right;
            case RANDOM_BYTES -> now ? Bytes.random(200, chance) : right;
            case EMPTY_ANSWER -> now ? Bytes.EMPTY : right;
            case OVERSIZED -> Bytes.of(new byte[60_000]).and(right);
            case BROKEN_TLV ->
                    instruction == GENERAL_AUTHENTICATE
                            ? Bytes.literal("7C83FFFFFF80").and(OK)
                            : right;
            case DEAF -> {
                if (instruction == READ_BINARY) {
                    // the reader's time-out ends it
                    new CountDownLatch(1).await();
                }
                yield right;
            }
            case WRONG_MAC -> secured && right.length() > 4 ? flipped(right) : right;
            case UNPROTECTED -> secured ? OK : right;
            case POINT_OFF_CURVE ->
                    instruction == GENERAL_AUTHENTICATE && right.length() > 60
                            ? flipped(right)
                            : right;
            case NONE,
                    BROKEN_CARD_ACCESS,
                    OTHER_PACE,
                    FORGED_CARD_SECURITY,
                    BROKEN_CARD_SECURITY,
                    COPIED_CHIP,
                    BROKEN_DATA_GROUPS,
                    HUGE_DATA_GROUPS,
                    WRONG_TEXT ->
                    right;
        };
    }

    /** The last bit before the status word. */
    private static Bytes flipped(Bytes answer) {
        byte[] bytes = answer.toArray();
        bytes[bytes.length - 3] ^= 1;
        return Bytes.of(bytes);
    }
}
