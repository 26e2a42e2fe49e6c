package de.buergerkiosk.payment.zvt.wire;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Blackens what must never be stored, logged or traced: card numbers beyond their last four digits,
 * tracks, chip and PIN data, passwords. Some terminals send them unmasked. Lengths stay, so that a
 * redacted APDU can still be read. What cannot be read is blackened altogether: it might be
 * anything.
 */
public final class Redaction {
    private static final byte BLACK = (byte) 0xEE;

    /** Tracks 2, 3, 1, chip data, check value, password, GeldKarte records, PIN data, card info. */
    private static final Set<Integer> SECRET_BMPS =
            Set.of(0x23, 0x24, 0x2D, 0x2E, 0x3A, 0x3D, 0x9A, 0xA7, 0xAF, 0xD1);

    /** Tracks, PAN and account data in the container (1F08 to 1F0A), and their EMV names. */
    private static final Set<Integer> SECRET_TAGS =
            Set.of(
                    0x1F08, 0x1F09, 0x1F0A, 0x1F4D, 0x1F4E, 0x1F4F, 0x56, 0x57, 0x5A, 0x5F20,
                    0x5F34, 0x9F0B, 0x9F1F, 0x9F20, 0x9F26, 0x9F6B);

    private Redaction() {}

    public static String hex(Apdu apdu) {
        return redacted(apdu).encoded().hex();
    }

    public static Apdu redacted(Apdu apdu) {
        byte[] data = apdu.data().toArray();
        switch (apdu.command()) {
            case Command.REGISTRATION -> {
                blacken(data, 0, 3);
                blackenFields(apdu.data(), data, 6);
            }
            case Command.REPEAT_RECEIPT, Command.STATUS_ENQUIRY -> {
                blacken(data, 0, 3);
                blackenFields(apdu.data(), data, 3);
            }
            case Command.STATUS_INFORMATION, Command.AUTHORISATION, Command.PRINT_TEXT_BLOCK ->
                    blackenFields(apdu.data(), data, 0);
            case Command.COMPLETION ->
                    blackenFields(apdu.data(), data, Message.Completion.fieldsFrom(apdu.data()));
            case Command.INTERMEDIATE_STATUS ->
                    blackenFields(
                            apdu.data(), data, Message.IntermediateStatus.fieldsFrom(apdu.data()));
            case Command.ABORT_BY_TERMINAL -> blackenFields(apdu.data(), data, 1);
            case Command.PRINT_LINE -> maskText(data, 0, data.length);
            case Command.ABORT_BY_KIOSK, Command.ACK -> {
                // no data
            }
            default -> {
                if (apdu.command() >> 8 != 0x84) {
                    blacken(data, 0, data.length);
                }
            }
        }
        return new Apdu(apdu.command(), Octets.copyOf(data));
    }

    private static void blackenFields(Octets original, byte[] data, int from) {
        if (from >= data.length) {
            return;
        }
        try {
            Fields fields = Fields.parse(original, from);
            for (Fields.Bmp bmp : fields.bmps()) {
                if (SECRET_BMPS.contains(bmp.tag())) {
                    blacken(data, bmp.valueAt(), bmp.valueAt() + bmp.value().length());
                } else if (bmp.tag() == 0x22) {
                    blackenPan(data, bmp.valueAt(), bmp.valueAt() + bmp.value().length());
                } else if (bmp.tag() == 0x06) {
                    blackenTlv(original, data, bmp.valueAt(), bmp.value().length());
                    maskText(data, bmp.valueAt(), bmp.valueAt() + bmp.value().length());
                } else if (BmpFormat.of(bmp.tag()) instanceof BmpFormat.Counted) {
                    maskText(data, bmp.valueAt(), bmp.valueAt() + bmp.value().length());
                }
            }
            fields.unknownAt().ifPresent(at -> blacken(data, at, data.length));
        } catch (MalformedException malformed) {
            blacken(data, from, data.length);
        }
    }

    private static void blackenTlv(Octets original, byte[] data, int start, int length)
            throws MalformedException {
        int at = start;
        while (at < start + length) {
            Tlv.Header header = Tlv.Header.read(original, at, 0);
            int end = header.valueAt() + header.length();
            if (SECRET_TAGS.contains(header.tag())) {
                blacken(data, header.valueAt(), end);
            } else if ((original.at(at) & 0x20) != 0) {
                blackenTlv(original, data, header.valueAt(), header.length());
            }
            at = end;
        }
    }

    /** Leaves the last four digits; F is padding behind them. */
    private static void blackenPan(byte[] data, int from, int to) {
        int left = 4;
        for (int i = to - 1; i >= from; i--) {
            int low = data[i] & 0x0F;
            int high = (data[i] & 0xF0) >> 4;
            if (low != 0x0F) {
                low = left-- > 0 ? low : 0x0E;
            }
            high = left-- > 0 ? high : 0x0E;
            data[i] = (byte) (high << 4 | low);
        }
    }

    /** Amounts and numbers of fixed length are never touched: recovery reads them again. */
    private static void maskText(byte[] data, int from, int to) {
        String text = new String(data, from, to - from, StandardCharsets.ISO_8859_1);
        byte[] masked = CardText.masked(text).getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(masked, 0, data, from, masked.length);
    }

    private static void blacken(byte[] data, int from, int to) {
        for (int i = from; i < Math.min(to, data.length); i++) {
            data[i] = BLACK;
        }
    }
}
