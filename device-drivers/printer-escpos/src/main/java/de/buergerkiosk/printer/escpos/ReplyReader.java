package de.buergerkiosk.printer.escpos;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts the bytes of a printer into replies. Each kind has fixed bits that no other has (Epson,
 * ESC/POS Command Reference, "Identification of the transmission status"): real-time status 0xx1xx10,
 * automatic status 0xx1xx00 and three bytes 0xx0xxxx, GS r 0xx0xxxx, blocks start with 35, 37, 3B,
 * 3D or 5F and end with 00. Bytes that fit nothing are dropped.
 */
final class ReplyReader {
    private static final int BLOCK_MAX = 128;

    private final List<Integer> automatic = new ArrayList<>();
    private final ByteArrayOutputStream block = new ByteArrayOutputStream();

    List<Reply> read(byte[] bytes) {
        List<Reply> replies = new ArrayList<>();
        for (byte value : bytes) {
            read(value & 0xFF, replies);
        }
        return replies;
    }

    private void read(int value, List<Reply> replies) {
        if (block.size() > 0) {
            readBlock(value, replies);
        } else if (!automatic.isEmpty() && (value & 0x90) == 0) {
            automatic.add(value);
            if (automatic.size() == 4) {
                replies.add(
                        new Reply.Automatic(
                                automatic.get(0),
                                automatic.get(1),
                                automatic.get(2),
                                automatic.get(3)));
                automatic.clear();
            }
        } else {
            automatic.clear();
            begin(value, replies);
        }
    }

    private void begin(int value, List<Reply> replies) {
        if (value == 0x35 || value == 0x37 || value == 0x3B || value == 0x3D || value == 0x5F) {
            block.write(value);
        } else if ((value & 0x93) == 0x12) {
            replies.add(new Reply.RealTime(value));
        } else if ((value & 0x93) == 0x10) {
            automatic.add(value);
        } else if ((value & 0x90) == 0) {
            replies.add(new Reply.Processed(value));
        }
    }

    private void readBlock(int value, List<Reply> replies) {
        if (value != 0 && block.size() < BLOCK_MAX) {
            block.write(value);
            return;
        }
        String content = block.toString(StandardCharsets.ISO_8859_1);
        block.reset();
        if (content.startsWith("7\"")) {
            replies.add(new Reply.Done(content.substring(2)));
        } else if (content.equals("7%")) {
            replies.add(new Reply.Cleared());
        } else {
            replies.add(new Reply.Block(content.substring(1)));
        }
    }
}
