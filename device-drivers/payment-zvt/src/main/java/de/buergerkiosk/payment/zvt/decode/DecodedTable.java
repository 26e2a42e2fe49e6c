package de.buergerkiosk.payment.zvt.decode;

import de.buergerkiosk.payment.zvt.wire.IntermediateCode;
import de.buergerkiosk.payment.zvt.wire.KnownTag;
import de.buergerkiosk.payment.zvt.wire.MalformedException;
import de.buergerkiosk.payment.zvt.wire.ResultCode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Writes what was decoded as a table for people, German words first. */
final class DecodedTable implements DecodedPrinter {
    private final OutputStream out;

    DecodedTable(OutputStream out) {
        this.out = out;
    }

    @Override
    public void print(List<Decoded> all) throws IOException {
        for (Decoded decoded : all) {
            print(decoded);
        }
    }

    @Override
    public void print(MalformedException malformed) throws IOException {
        say("broken at byte " + malformed.offset() + ": " + malformed.reason());
    }

    @Override
    public void printFrames(List<FrameSequence.Item> items) throws IOException {
        for (FrameSequence.Item item : items) {
            switch (item) {
                case FrameSequence.Item.Acknowledged() -> say("06  ACK");
                case FrameSequence.Item.Refused() -> say("15  NAK");
                case FrameSequence.Item.Frame frame -> {
                    String crc = "check value " + frame.crcGiven();
                    boolean right = frame.crcGiven().equals(frame.crcComputed());
                    say("frame, " + crc + (right ? " ok" : ", wrong: " + frame.crcComputed()));
                    switch (frame.decoded()) {
                        case FrameSequence.Content.Understood(Decoded apdu) -> print(apdu);
                        case FrameSequence.Content.Broken(var malformed) -> print(malformed);
                    }
                }
            }
        }
    }

    private void print(Decoded decoded) throws IOException {
        var command = decoded.command();
        say(
                decoded.commandHex()
                        + "  "
                        + command.german()
                        + " ("
                        + command.english()
                        + ", "
                        + command.name()
                        + ")");
        for (Map.Entry<String, Value> field : decoded.fields().entrySet()) {
            print("  ", field.getKey(), field.getValue());
        }
        for (Decoded.UnknownObject object : decoded.unknown()) {
            say("  unknown " + object.tag() + " at byte " + object.offset() + ": " + object.hex());
        }
        if (!decoded.redacted().isEmpty()) {
            say("  blackened: " + String.join(", ", decoded.redacted()));
        }
    }

    private void print(String indent, String key, Value value) throws IOException {
        switch (value) {
            case Value.Numeral(long number) -> row(indent, key, number + words(key, number));
            case Value.Text(String text) -> row(indent, key, text + words(key, text));
            case Value.Several(List<Value> values) -> {
                for (Value each : values) {
                    print(indent, key, each);
                }
            }
            case Value.Group(Map<String, Value> values) -> {
                row(indent, key, key.equals("tlv") ? "" : tagWords(key).strip());
                for (Map.Entry<String, Value> each : values.entrySet()) {
                    print(indent + "  ", each.getKey(), each.getValue());
                }
            }
        }
    }

    private static String words(String key, long number) {
        if (key.equals("resultCode")) {
            var result = ResultCode.of((int) number);
            return "  %02X  %s (%s)".formatted(number, result.german(), result.english());
        }
        return key.endsWith("amountCents") ? "  %d.%02d".formatted(number / 100, number % 100) : "";
    }

    private static String words(String key, String text) {
        if (key.equals("intermediateStatus")) {
            var status = IntermediateCode.of(Integer.parseInt(text, 16));
            return "  " + status.german() + " (" + status.english() + ")";
        }
        return tagWords(key);
    }

    private static String tagWords(String key) {
        if (!key.matches("[0-9A-F]{2,6}")) {
            return "";
        }
        return KnownTag.of(Integer.parseInt(key, 16)).map(tag -> "  " + tag.english()).orElse("");
    }

    private void row(String indent, String key, String words) throws IOException {
        say("%s%-24s %s".formatted(indent, key, words).stripTrailing());
    }

    /** Control signs of a text would play with the technician's terminal. */
    private void say(String line) throws IOException {
        out.write(line.replaceAll("\\p{Cntrl}", "?").getBytes(StandardCharsets.UTF_8));
        out.write('\n');
    }

    @Override
    public void endLine() {
        // each row has ended already
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.flush();
    }
}
