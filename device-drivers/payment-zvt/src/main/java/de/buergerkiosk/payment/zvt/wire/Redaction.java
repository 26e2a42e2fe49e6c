package de.buergerkiosk.payment.zvt.wire;

import java.nio.charset.StandardCharsets;

/**
 * Blackens what must never be stored, logged, traced or shown: card numbers beyond their last four
 * digits, tracks, chip and PIN data, keys, passwords. Some terminals send them unmasked. Lengths
 * stay, so that a redacted APDU can still be read.
 */
public final class Redaction {
    private static final byte BLACK = (byte) 0xEE;

    /** Who is going to see the bytes. */
    private enum For {
        /** Files and logs: passwords are black, and so is all that cannot be read. */
        STORAGE,
        /** A technician who typed the bytes in: card data is black, wherever it may hide. */
        EYES
    }

    private final byte[] data;

    /** A view of the data. Values are blackened only after all that is read of them has been. */
    private final Octets original;

    private final For who;

    private Fields fields = Fields.NONE;

    private Redaction(Octets clear, For who) {
        this.data = clear.toArray();
        this.original = Octets.over(data);
        this.who = who;
    }

    /**
     * An APDU without card data.
     *
     * @param fields its bitmaps, blackened as well
     */
    public record Blackened(Apdu apdu, Fields fields) {}

    /** For files and logs, as hex. */
    public static String hex(Apdu apdu) {
        return redacted(apdu).encoded().hex();
    }

    /** For files and logs. What cannot be read is black altogether: it might be anything. */
    public static Apdu redacted(Apdu apdu) {
        try {
            return new Redaction(apdu.data(), For.STORAGE).apply(apdu.command());
        } catch (MalformedException cannotHappen) {
            throw new IllegalStateException("what cannot be read is black", cannotHappen);
        }
    }

    /**
     * For the eyes of whoever has the bytes already: without card, PIN and key data. What nobody
     * knows stays, but for digits that might be a card number.
     *
     * @throws MalformedException when the data block cannot be read; its offset is in that block
     */
    public static Blackened withoutCardData(Apdu apdu) throws MalformedException {
        var redaction = new Redaction(apdu.data(), For.EYES);
        return new Blackened(redaction.apply(apdu.command()), redaction.fields);
    }

    /** Bytes that are no APDU, without digits that might be a card number. */
    public static Octets withoutCardDigits(Octets bytes) {
        byte[] copy = bytes.toArray();
        CardText.blackenDigits(copy, 0, copy.length);
        maskText(copy, 0, copy.length);
        return Octets.copyOf(copy);
    }

    private Apdu apply(int command) throws MalformedException {
        KnownCommand known = KnownCommand.of(command);
        int from = known.fieldsFrom(original);
        if (who == For.STORAGE && known.hasPassword(original)) {
            blacken(0, 3);
        }
        switch (known.layout()) {
            case RAW -> {
                if (command >> 8 == Command.REFUSAL >> 8) {
                    blackenDigits(0, data.length);
                } else {
                    blackenUnread(0);
                }
            }
            case NEW_PASSWORD, RECEIPT_RANGE -> {
                if (who == For.STORAGE) {
                    blacken(0, from);
                }
                blackenFields(from, known.layout());
            }
            case PRINT_LINE -> {
                mask(Math.min(1, from), from, true);
                blackenFields(from, known.layout());
            }
            case BMPS,
                    DIALOGUE,
                    PASSWORD,
                    REGISTRATION,
                    INTERMEDIATE,
                    COMPLETION,
                    ABORT,
                    TIMEOUT,
                    PREPAID,
                    LANGUAGE ->
                    blackenFields(from, known.layout());
        }
        return new Apdu(command, original);
    }

    /** Bytes that nobody can read. */
    private void blackenUnread(int from) {
        switch (who) {
            case STORAGE -> blacken(from, data.length);
            case EYES -> blackenDigits(from, data.length);
        }
    }

    private void blackenFields(int from, KnownCommand.Layout layout) throws MalformedException {
        if (from >= data.length) {
            return;
        }
        try {
            Fields found = Fields.parse(original, from, layout);
            for (Fields.Bmp bmp : found.bmps()) {
                int end = bmp.valueAt() + bmp.value().length();
                if (KnownBitmap.isSecret(bmp.tag())) {
                    blacken(bmp.valueAt(), end);
                } else if (bmp.tag() == 0x3D && who == For.STORAGE) {
                    blacken(bmp.valueAt(), end);
                } else if (bmp.tag() == 0x22) {
                    blackenPan(bmp.valueAt(), end);
                } else if (bmp.tag() == 0x06) {
                    blackenTlv(bmp.valueAt(), end);
                } else if (BmpFormat.of(bmp.tag()) instanceof BmpFormat.Counted) {
                    mask(bmp.valueAt(), end, isText(bmp.tag()));
                }
            }
            found.unknownAt().ifPresent(this::blackenUnread);
            fields = found;
        } catch (MalformedException malformed) {
            if (who == For.EYES) {
                throw malformed;
            }
            blacken(from, data.length);
        }
    }

    private void blackenTlv(int start, int end) throws MalformedException {
        int at = start;
        while (at < end) {
            Tlv.Header header = Tlv.Header.read(original, at, 0);
            int next = header.valueAt() + header.length();
            if (next > end) {
                throw new MalformedException(at, "TLV value is cut off");
            }
            KnownTag.Kind kind =
                    KnownTag.of(header.tag()).map(KnownTag::kind).orElse(KnownTag.Kind.SECRET);
            if (KnownTag.isSecret(header.tag())) {
                blacken(header.valueAt(), next);
            } else if ((original.at(at) & 0x20) != 0) {
                blackenConstructed(header, next);
            } else if (kind == KnownTag.Kind.SECRET) {
                blackenDigits(header.valueAt(), next);
            } else {
                mask(header.valueAt(), next, kind == KnownTag.Kind.TEXT);
            }
            at = next;
        }
    }

    /** An object that nobody knows may hold anything, and need not hold objects. */
    private void blackenConstructed(Tlv.Header header, int end) throws MalformedException {
        try {
            blackenTlv(header.valueAt(), end);
            if (KnownTag.of(header.tag()).isEmpty()) {
                blackenDigits(header.valueAt(), end);
            }
        } catch (MalformedException malformed) {
            if (KnownTag.of(header.tag()).isPresent()) {
                throw malformed;
            }
            switch (who) {
                case STORAGE -> blacken(header.valueAt(), end);
                case EYES -> blackenDigits(header.valueAt(), end);
            }
        }
    }

    /** Leaves the last four digits; F is padding behind them. */
    private void blackenPan(int from, int to) {
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
    private void mask(int from, int to, boolean text) {
        maskText(data, from, to);
        CardText.blackenPacked(data, from, to, text);
    }

    private static void maskText(byte[] data, int from, int to) {
        CardText.blackenForeignDigits(data, from, to);
        if (!CardText.mayHoldCardNumber(data, from, to)) {
            return;
        }
        String text = new String(data, from, to - from, StandardCharsets.ISO_8859_1);
        byte[] masked = CardText.masked(text).getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(masked, 0, data, from, masked.length);
    }

    /** Nobody knows what the bytes are, so they may be a text as well. */
    private void blackenDigits(int from, int to) {
        CardText.blackenDigits(data, from, to);
        maskText(data, from, to);
    }

    private static boolean isText(int bitmap) {
        return KnownBitmap.of(bitmap)
                .map(KnownBitmap::kind)
                .filter(kind -> kind == KnownBitmap.Kind.TEXT || kind == KnownBitmap.Kind.LINE)
                .isPresent();
    }

    private void blacken(int from, int to) {
        for (int i = from; i < Math.min(to, data.length); i++) {
            data[i] = BLACK;
        }
    }
}
