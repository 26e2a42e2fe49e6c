package de.buergerkiosk.payment.zvt.wire;

import java.nio.charset.Charset;
import java.time.Duration;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What a terminal says, read. */
public sealed interface Message {
    /** 80 00, or 84 00. */
    record Ack() implements Message {}

    /** 84 xx with xx not 00. */
    record Refusal(int code) implements Message {}

    /** 04 0F: the result of a transaction. See {@link StatusInformation}. */
    record Status(StatusInformation status) implements Message {}

    /**
     * 04 FF: what the terminal is doing.
     *
     * @param patience the time to wait for its next message, where the terminal says one
     * @param texts for the merchant, not for the citizen
     */
    record IntermediateStatus(int code, Optional<Duration> patience, List<String> texts)
            implements Message {
        /** Where the bitmaps start: some terminals leave the timeout byte out. */
        static int fieldsFrom(Octets data) {
            return KnownCommand.isContainer(data, 1) ? 1 : 2;
        }
    }

    /** For whom a receipt is. */
    enum Audience {
        CUSTOMER,
        MERCHANT,
        UNSAID
    }

    /**
     * 06 D1: one line of a receipt.
     *
     * @param endsReceipt the last line of it
     */
    record PrintLine(String text, boolean endsReceipt) implements Message {}

    /** 06 D3: a whole receipt. */
    record TextBlock(Audience audience, List<String> lines) implements Message {
        public TextBlock {
            lines = List.copyOf(lines);
        }
    }

    /** 06 0F: the command has been carried out. What it holds depends on the command. */
    record Completion(Octets data) implements Message {
        /** The bitmaps of the completion of a registration. */
        public Fields fields() throws MalformedException {
            return Fields.parse(data, 0);
        }

        /** The answer to 05 01: [software version] status byte [06 container]. */
        public OptionalInt terminalStatus() {
            int at = afterVersion(data);
            return at < data.length() ? OptionalInt.of(data.at(at)) : OptionalInt.empty();
        }

        /** Where the bitmaps start: behind the answer to 05 01 if it looks like one, else at 0. */
        static int fieldsFrom(Octets data) {
            int status = afterVersion(data);
            if (status > 0 || data.length() == 1) {
                return status + 1;
            }
            if (data.isEmpty()) {
                return 0;
            }
            boolean noBitmap = BmpFormat.of(data.at(0)) instanceof BmpFormat.Unknown;
            return noBitmap || KnownCommand.isContainer(data, 1) ? 1 : 0;
        }

        private static int afterVersion(Octets data) {
            if (data.length() < 4) {
                return 0;
            }
            int length = 0;
            for (int i = 0; i < 3; i++) {
                if ((data.at(i) & 0xF0) != 0xF0 || (data.at(i) & 0x0F) > 9) {
                    return 0;
                }
                length = length * 10 + (data.at(i) & 0x0F);
            }
            return 3 + length < data.length() ? 3 + length : 0;
        }
    }

    /** 06 1E: the command has not been carried out. */
    record Abort(int resultCode) implements Message {}

    /** A command that the kiosk does not serve; it is answered with 84 83. */
    record Other(int command) implements Message {}

    /**
     * The result of a transaction (04 0F).
     *
     * @param resultCode 0 for a positive one (chapter 10)
     * @param currency ISO 4217 number, where said
     * @param receiptNumber Belegnummer
     * @param terminalId eight digits
     * @param maskedPan {@code *} and the last four digits, at most
     * @param time the terminal's local time
     * @param isReversal it names the trace number of another transaction that it undoes
     * @param uniqueId tag 1F1F, as the terminal says it
     * @param wholly false when an unknown bitmap hid what came behind it
     */
    record StatusInformation(
            int resultCode,
            Optional<Long> amountCents,
            Optional<Integer> currency,
            Optional<Integer> receiptNumber,
            Optional<Integer> traceNumber,
            Optional<String> terminalId,
            Optional<String> cardName,
            Optional<String> maskedPan,
            Optional<LocalTime> time,
            Optional<MonthDay> date,
            Optional<String> additionalText,
            boolean isReversal,
            Optional<Octets> uniqueId,
            boolean wholly) {}

    /**
     * Reads whatever a terminal may say.
     *
     * @param charset of texts where the terminal does not say another
     */
    static Message read(Apdu apdu, Charset charset) throws MalformedException {
        Octets data = apdu.data();
        return switch (apdu.command()) {
            case Command.ACK, Command.REFUSAL -> new Ack();
            case Command.STATUS_INFORMATION -> new Status(StatusReading.read(data, charset));
            case Command.INTERMEDIATE_STATUS -> StatusReading.readIntermediate(data, charset);
            case Command.PRINT_LINE -> StatusReading.readPrintLine(data, charset);
            case Command.PRINT_TEXT_BLOCK -> ReceiptText.read(Fields.parse(data, 0), charset);
            case Command.COMPLETION -> new Completion(data);
            case Command.ABORT_BY_TERMINAL -> {
                if (data.isEmpty()) {
                    throw new MalformedException(3, "abort without a result code");
                }
                yield new Abort(data.at(0));
            }
            default ->
                    apdu.command() >> 8 == 0x84
                            ? new Refusal(apdu.command() & 0xFF)
                            : new Other(apdu.command());
        };
    }
}
