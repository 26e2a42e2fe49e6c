package de.buergerkiosk.payment.zvt.wire;

import java.util.Currency;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A control field of PA00P015 (chapter 14, "summary of commands") and how its data block begins. The
 * table is data: {@code commands.tsv}, one command a line: hex, layout, name, German, English.
 *
 * @param name for programs, such as {@code status-information}
 */
public record KnownCommand(int code, Layout layout, String name, String german, String english) {

    /** What stands in the data block before the bitmaps. */
    public enum Layout {
        /** Nothing. */
        BMPS,
        /** Nothing; limits and echo of an input are known as well. */
        DIALOGUE,
        /** A password of three bytes, which may be left out with everything else. */
        PASSWORD,
        /** Two passwords. */
        NEW_PASSWORD,
        /** A password and one or two receipt numbers of three bytes. */
        RECEIPT_RANGE,
        /** Password, config byte, currency where there is more. */
        REGISTRATION,
        /** Status and minutes; some terminals leave the minutes out. */
        INTERMEDIATE,
        /** Nothing after a registration, a status byte after an enquiry. */
        COMPLETION,
        /** A result code, and the currency when that was wrong. */
        ABORT,
        /** Attribute and text; no bitmaps, but some terminals append a container. */
        PRINT_LINE,
        /** Time-out. */
        TIMEOUT,
        /** Card id of two bytes and payment mode. */
        PREPAID,
        /** A language; no bitmaps. */
        LANGUAGE,
        /** Something of its own; no bitmaps. */
        RAW
    }

    private static final Map<Integer, KnownCommand> TABLE =
            Table.rows("commands.tsv").stream()
                    .map(row ->
                            new KnownCommand(
                                    Integer.parseInt(row[0], 16),
                                    Layout.valueOf(row[1]),
                                    row[2],
                                    row[3],
                                    row[4]))
                    .collect(Collectors.toUnmodifiableMap(KnownCommand::code, Function.identity()));

    private static final Set<Integer> CURRENCIES =
            Currency.availableCurrencies()
                    .map(Currency::getNumericCode)
                    .collect(Collectors.toUnmodifiableSet());

    /** Also for codes that nobody knows: {@code unknown-command}, and {@code refusal} for 84 xx. */
    public static KnownCommand of(int code) {
        KnownCommand known = TABLE.get(code);
        if (known != null) {
            return known;
        }
        return code >> 8 == Command.REFUSAL >> 8
                ? new KnownCommand(code, Layout.RAW, "refusal", "Ablehnung", "refusal")
                : new KnownCommand(
                        code,
                        Layout.RAW,
                        "unknown-command",
                        "Unbekannter Befehl",
                        "unknown command");
    }

    /** Where the bitmaps begin; the length of the data block where there are none. */
    public int fieldsFrom(Octets data) {
        int from =
                switch (layout) {
                    case BMPS, DIALOGUE -> 0;
                    case PASSWORD -> hasPassword(data) ? 3 : 0;
                    case NEW_PASSWORD -> 6;
                    case RECEIPT_RANGE -> receiptRangeEnd(data);
                    case REGISTRATION -> hasCurrency(data, 4) ? 6 : 4;
                    case INTERMEDIATE -> Message.IntermediateStatus.fieldsFrom(data);
                    case COMPLETION -> Message.Completion.fieldsFrom(data);
                    case ABORT -> hasWrongCurrency(data) ? 3 : 1;
                    case PRINT_LINE -> containerAtEnd(data);
                    case TIMEOUT -> 1;
                    case PREPAID -> 3;
                    case LANGUAGE, RAW -> data.length();
                };
        return Math.min(from, data.length());
    }

    /**
     * Whether a password leads the data block. Where it may be left out, what stands there instead
     * is a container, or date and time.
     */
    public boolean hasPassword(Octets data) {
        return switch (layout) {
            case REGISTRATION, NEW_PASSWORD, RECEIPT_RANGE -> data.length() >= 3;
            case PASSWORD -> data.length() >= 3 && !isContainer(data, 0) && !isDateOrTime(data);
            case BMPS,
                    DIALOGUE,
                    INTERMEDIATE,
                    COMPLETION,
                    ABORT,
                    PRINT_LINE,
                    TIMEOUT,
                    PREPAID,
                    LANGUAGE,
                    RAW ->
                    false;
        };
    }

    private static boolean isDateOrTime(Octets data) {
        return data.length() >= 4 && (data.at(0) == 0xAA || data.at(0) == 0x0C);
    }

    /** The currency has no tag; a currency that exists is taken for one, anything else is not. */
    private static boolean hasCurrency(Octets data, int at) {
        if (data.length() < at + 2 || isContainer(data, at)) {
            return false;
        }
        boolean looksLikeService = data.at(at) == 0x03;
        long code = Bcd.decode(data.slice(at, at + 2)).orElse(0);
        return !looksLikeService || CURRENCIES.contains((int) code);
    }

    /** 06 1E with 6F names the currency that it would have wanted. */
    public static boolean hasWrongCurrency(Octets data) {
        return data.length() >= 3 && data.at(0) == 0x6F && !isContainer(data, 1);
    }

    private static int receiptRangeEnd(Octets data) {
        int at = 3;
        while (at < 9 && data.length() >= at + 3 && data.at(at) <= 0x99 && data.at(at) != 0x06) {
            at += 3;
        }
        return at;
    }

    /** Where a container stands that ends with the data block. */
    private static int containerAtEnd(Octets data) {
        for (int at = 1; at < data.length() - 2; at++) {
            if (data.at(at) == 0x06 && isContainer(data, at)) {
                return at;
            }
        }
        return data.length();
    }

    /** Whether a container begins there and fills the rest. */
    static boolean isContainer(Octets data, int at) {
        if (at + 1 >= data.length() || data.at(at) != 0x06) {
            return false;
        }
        try {
            Tlv.Length length = Tlv.Length.read(data, at + 1, 0);
            return length.valueAt() + length.value() == data.length();
        } catch (MalformedException notALength) {
            return false;
        }
    }
}
