package de.buergerkiosk.payment.zvt.decode;

import de.buergerkiosk.payment.zvt.wire.Apdu;
import de.buergerkiosk.payment.zvt.wire.Fields;
import de.buergerkiosk.payment.zvt.wire.KnownCommand;
import de.buergerkiosk.payment.zvt.wire.MalformedException;
import de.buergerkiosk.payment.zvt.wire.Octets;
import de.buergerkiosk.payment.zvt.wire.Redaction;
import java.nio.charset.Charset;

/**
 * Reads one APDU into named fields. It reads what {@link Redaction} has left, so that no card data
 * can come out, whatever the reader does with it.
 */
public final class ApduReader {
    private final KnownCommand command;
    private final Octets data;
    private final Fields fields;
    private final Charset charset;
    private final Sheet sheet;

    private ApduReader(Redaction.Blackened blackened, int base, Charset charset) {
        this.command = KnownCommand.of(blackened.apdu().command());
        this.data = blackened.apdu().data();
        this.fields = blackened.fields();
        this.charset = charset;
        this.sheet = new Sheet(base);
    }

    /**
     * Reads one APDU.
     *
     * @param base where its data block begins in the input, for the offsets; the length may be told
     *     in three bytes where one would do
     * @param charset of its texts where it does not name one itself
     * @throws MalformedException with its offset in the input
     */
    public static Decoded read(Apdu apdu, int base, Charset charset) throws MalformedException {
        try {
            return new ApduReader(Redaction.withoutCardData(apdu), base, charset).read();
        } catch (MalformedException malformed) {
            throw malformed.movedBy(base);
        }
    }

    private Decoded read() throws MalformedException {
        int from = command.fieldsFrom(data);
        if (command.hasPassword(data)) {
            sheet.text("password", data.slice(0, 3).hex());
        }
        readPrefix(from);
        var bitmaps = new BitmapReader(command, charset, sheet);
        for (Fields.Bmp bmp : fields.bmps()) {
            bitmaps.read(bmp);
        }
        if (fields.unknownAt().isPresent()) {
            int at = fields.unknownAt().getAsInt();
            sheet.unknown(data.slice(at, at + 1).hex(), data.from(at + 1), at);
        }
        return sheet.of(command);
    }

    private void readPrefix(int from) throws MalformedException {
        switch (command.layout()) {
            case BMPS -> resultOfRefusal();
            case DIALOGUE, PASSWORD -> {
                // nothing but the password
            }
            case NEW_PASSWORD -> sheet.text("newPassword", need(3, 6).hex());
            case RECEIPT_RANGE -> {
                decimal("receiptFrom", 3, 6, from);
                decimal("receiptTo", 6, 9, from);
            }
            case REGISTRATION -> {
                sheet.text("configByte", need(3, 4).hex());
                decimal("currency", 4, 6, from);
            }
            case INTERMEDIATE -> {
                sheet.text("intermediateStatus", need(0, 1).hex());
                decimal("timeoutMinutes", 1, 2, from);
            }
            case COMPLETION -> readStatusByte(from);
            case ABORT -> {
                sheet.number("resultCode", need(0, 1).at(0));
                decimal("currency", 1, 3, from);
            }
            case PRINT_LINE -> readPrintLine(from);
            case TIMEOUT -> sheet.number("timeout", need(0, 1).at(0));
            case PREPAID -> {
                sheet.text("prepaidCardId", need(0, 2).hex());
                sheet.text("paymentMode", need(2, 3).hex());
            }
            case LANGUAGE -> sheet.text("language", need(0, data.length()).hex());
            case RAW -> {
                resultOfRefusal();
                if (!data.isEmpty()) {
                    sheet.text("data", data.hex());
                }
            }
        }
    }

    /** 84 xx carries its reason in the control field. */
    private void resultOfRefusal() {
        if (command.code() >> 8 == 0x84 && command.code() != 0x8400) {
            sheet.number("resultCode", command.code() & 0xFF);
        }
    }

    /** The answer to 05 01: [software version] status byte. */
    private void readStatusByte(int from) {
        if (from > 0) {
            sheet.text("statusByte", data.slice(from - 1, from).hex());
        }
        if (from > 4) {
            sheet.text("softwareVersion", data.slice(3, from - 1).text(charset).strip());
        }
    }

    /** Attribute FF asks for so many blank lines. */
    private void readPrintLine(int from) throws MalformedException {
        Octets attribute = need(0, 1);
        sheet.text("attribute", attribute.hex());
        if (attribute.at(0) == 0xFF) {
            if (data.length() > 1) {
                sheet.number("feedLines", data.at(1));
            }
        } else {
            sheet.line("lines", data.slice(1, from).text(charset));
        }
    }

    private Octets need(int from, int to) throws MalformedException {
        if (data.length() < to || from >= to) {
            throw new MalformedException(
                    data.length(),
                    "the data block of "
                            + command.name()
                            + " ends after "
                            + data.length()
                            + " bytes");
        }
        return data.slice(from, to);
    }

    private void decimal(String key, int from, int to, int end) {
        if (to <= end && !sheet.decimal(key, data.slice(from, to))) {
            sheet.unknown(key, data.slice(from, to), from);
        }
    }
}
