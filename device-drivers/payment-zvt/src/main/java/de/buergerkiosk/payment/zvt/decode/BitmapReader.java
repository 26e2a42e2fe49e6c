package de.buergerkiosk.payment.zvt.decode;

import de.buergerkiosk.payment.zvt.wire.Bcd;
import de.buergerkiosk.payment.zvt.wire.CardText;
import de.buergerkiosk.payment.zvt.wire.Fields;
import de.buergerkiosk.payment.zvt.wire.KnownBitmap;
import de.buergerkiosk.payment.zvt.wire.KnownCommand;
import de.buergerkiosk.payment.zvt.wire.Octets;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Reads bitmaps into fields, by the table of their meanings (PA00P015 chapter 13). */
final class BitmapReader {
    /** Commands in which bitmap 19 asks for a payment type; elsewhere it tells a status. */
    private static final Set<Integer> PAYMENTS =
            Set.of(
                    0x0601, 0x0603, 0x0604, 0x0605, 0x060C, 0x0621, 0x0622, 0x0623, 0x0624, 0x0625,
                    0x0626, 0x0630, 0x0631, 0x06E6);

    /** Kinds of cards whose totals bitmap 60 holds, in this order: a count and an amount each. */
    private static final List<String> TOTALS =
            List.of("girocard", "jcb", "mastercard", "americanExpress", "visa", "diners", "others");

    private final KnownCommand command;
    private final Charset charset;
    private final Sheet sheet;

    BitmapReader(KnownCommand command, Charset charset, Sheet sheet) {
        this.command = command;
        this.charset = charset;
        this.sheet = sheet;
    }

    /** What is no value of its kind, or comes a second time, is listed as unknown. */
    void read(Fields.Bmp bmp) {
        Optional<KnownBitmap> known = KnownBitmap.of(bmp.tag());
        if (known.isEmpty() || !put(known.get(), bmp)) {
            sheet.unknown("%02X".formatted(bmp.tag()), bmp.value(), bmp.at());
        }
    }

    private boolean put(KnownBitmap known, Fields.Bmp bmp) {
        Octets value = bmp.value();
        String key = known.key();
        return switch (known.kind()) {
            case NUMBER -> sheet.decimal(key, value);
            case BINARY -> sheet.number(key, value.at(0));
            case HEX -> sheet.text(bmp.tag() == 0x19 ? keyOfType() : key, value.hex());
            case DIGITS, PASSWORD -> sheet.text(key, value.hex());
            case TEXT -> sheet.text(key, words(value));
            case LINE -> {
                sheet.line(key, value.text(charset));
                yield true;
            }
            case TIME, DATE, FULL_DATE -> {
                Optional<String> moment = moment(known.kind(), value);
                yield moment.isPresent() && sheet.text(key, moment.get());
            }
            case PAN -> sheet.text(key, CardText.ofPackedPan(value));
            case SECRET -> {
                sheet.redacted("%02X".formatted(bmp.tag()));
                yield true;
            }
            case TOTALS -> {
                Optional<Value> totals = totals(value);
                yield totals.isPresent() && sheet.put(key, totals.get());
            }
            case CONTAINER -> {
                new TlvReader(command, charset, sheet).read(bmp.objects(), bmp.valueAt());
                yield true;
            }
        };
    }

    private String keyOfType() {
        return PAYMENTS.contains(command.code())
                ? "paymentType"
                : command.code() == 0x06C0 ? "cardType" : "statusByte";
    }

    /** Without the zero bytes and blanks that fill it up; as hex when it is no text at all. */
    private String words(Octets value) {
        int end = value.length();
        while (end > 0 && (value.at(end - 1) == 0 || value.at(end - 1) == ' ')) {
            end--;
        }
        for (int i = 0; i < end; i++) {
            if (value.at(i) < 0x09) {
                return value.hex();
            }
        }
        return value.slice(0, end).text(value.length() == 15 ? StandardCharsets.US_ASCII : charset);
    }

    private static Optional<String> moment(KnownBitmap.Kind kind, Octets value) {
        int[] parts = new int[value.length()];
        for (int i = 0; i < parts.length; i++) {
            int high = value.at(i) >> 4;
            int low = value.at(i) & 0x0F;
            if (high > 9 || low > 9) {
                return Optional.empty();
            }
            parts[i] = high * 10 + low;
        }
        String digits = value.hex();
        try {
            return switch (kind) {
                case TIME -> {
                    boolean right = parts[0] < 24 && parts[1] < 60 && parts[2] < 60;
                    yield right ? Optional.of(parted(digits, ':')) : Optional.empty();
                }
                case DATE -> {
                    MonthDay checked = MonthDay.of(parts[0], parts[1]);
                    yield Optional.of(parted(digits, '-')).filter(_ -> checked.isValidYear(2000));
                }
                default ->
                        Optional.of(LocalDate.of(2000 + parts[0], parts[1], parts[2]).toString());
            };
        } catch (DateTimeException noSuchMoment) {
            return Optional.empty();
        }
    }

    private static String parted(String digits, char between) {
        var parted = new StringBuilder(8);
        for (int i = 0; i < digits.length(); i += 2) {
            parted.append(i == 0 ? "" : between).append(digits, i, i + 2);
        }
        return parted.toString();
    }

    /** Receipt numbers from and to, then a count (binary) and an amount of each kind of card. */
    private static Optional<Value> totals(Octets value) {
        if (value.length() != 4 + 7 * TOTALS.size()) {
            return Optional.empty();
        }
        var group = new LinkedHashMap<String, Value>();
        OptionalLong first = Bcd.decode(value.slice(0, 2));
        OptionalLong last = Bcd.decode(value.slice(2, 4));
        first.ifPresent(number -> group.put("receiptFrom", new Value.Numeral(number)));
        last.ifPresent(number -> group.put("receiptTo", new Value.Numeral(number)));
        for (int i = 0; i < TOTALS.size(); i++) {
            int at = 4 + 7 * i;
            OptionalLong amount = Bcd.decode(value.slice(at + 1, at + 7));
            if (amount.isEmpty()) {
                return Optional.empty();
            }
            Map<String, Value> one = new LinkedHashMap<>();
            one.put("count", new Value.Numeral(value.at(at)));
            one.put("amountCents", new Value.Numeral(amount.getAsLong()));
            group.put(TOTALS.get(i), new Value.Group(one));
        }
        return Optional.of(new Value.Group(group));
    }
}
