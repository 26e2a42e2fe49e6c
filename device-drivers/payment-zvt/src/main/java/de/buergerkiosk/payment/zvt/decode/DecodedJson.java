package de.buergerkiosk.payment.zvt.decode;

import de.buergerkiosk.payment.zvt.wire.MalformedException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.MinimalPrettyPrinter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes what was decoded as JSON documents, one a line. */
final class DecodedJson implements DecodedPrinter {
    private static final JsonMapper JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                                    .build())
                    .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
                    .defaultPrettyPrinter(new MinimalPrettyPrinter(""))
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build();

    private final JsonGenerator out;

    DecodedJson(OutputStream target) {
        out = JSON.createGenerator(target);
    }

    /** One object for one APDU, an array for more. */
    @Override
    public void print(List<Decoded> all) {
        if (all.size() == 1) {
            write(all.getFirst());
            return;
        }
        out.writeStartArray();
        all.forEach(this::write);
        out.writeEndArray();
    }

    /** {@code {"error":{"offset":7,"reason":"…"}}}. */
    @Override
    public void print(MalformedException malformed) {
        out.writeStartObject();
        out.writeObjectPropertyStart("error");
        out.writeNumberProperty("offset", malformed.offset());
        out.writeStringProperty("reason", malformed.reason());
        out.writeEndObject();
        out.writeEndObject();
    }

    /** One object for one thing on the line, an array for more. */
    @Override
    public void printFrames(List<FrameSequence.Item> items) {
        if (items.size() == 1) {
            write(items.getFirst());
            return;
        }
        out.writeStartArray();
        items.forEach(this::write);
        out.writeEndArray();
    }

    private void write(FrameSequence.Item item) {
        out.writeStartObject();
        switch (item) {
            case FrameSequence.Item.Acknowledged() -> out.writeStringProperty("kind", "ack");
            case FrameSequence.Item.Refused() -> out.writeStringProperty("kind", "nak");
            case FrameSequence.Item.Frame frame -> {
                out.writeStringProperty("kind", "frame");
                out.writeStringProperty("apdu", frame.apdu().hex());
                out.writeName("decoded");
                switch (frame.decoded()) {
                    case FrameSequence.Content.Understood(Decoded apdu) -> write(apdu);
                    case FrameSequence.Content.Broken(var malformed) -> print(malformed);
                }
                out.writeStringProperty("crcGiven", frame.crcGiven());
                out.writeStringProperty("crcComputed", frame.crcComputed());
                out.writeBooleanProperty("valid", frame.isValid());
            }
        }
        out.writeEndObject();
    }

    private void write(Decoded decoded) {
        out.writeStartObject();
        out.writeStringProperty("command", decoded.commandHex());
        out.writeStringProperty("name", decoded.command().name());
        out.writeName("fields");
        write(decoded.fields());
        out.writeArrayPropertyStart("unknown");
        for (Decoded.UnknownObject object : decoded.unknown()) {
            out.writeStartObject();
            out.writeStringProperty("tag", object.tag());
            out.writeStringProperty("hex", object.hex());
            out.writeNumberProperty("offset", object.offset());
            out.writeEndObject();
        }
        out.writeEndArray();
        if (!decoded.redacted().isEmpty()) {
            out.writeArrayPropertyStart("redacted");
            decoded.redacted().forEach(out::writeString);
            out.writeEndArray();
        }
        out.writeEndObject();
    }

    private void write(Map<String, Value> fields) {
        out.writeStartObject();
        fields.forEach((key, value) -> {
            out.writeName(key);
            write(value);
        });
        out.writeEndObject();
    }

    private void write(Value value) {
        switch (value) {
            case Value.Numeral(long number) -> out.writeNumber(number);
            case Value.Text(String text) -> out.writeString(text);
            case Value.Several(List<Value> values) -> {
                out.writeStartArray();
                values.forEach(this::write);
                out.writeEndArray();
            }
            case Value.Group(Map<String, Value> values) -> write(values);
        }
    }

    /** The generator puts the end of a line between documents; the last one gets its own. */
    @Override
    public void endLine() {
        out.writeRaw('\n');
    }

    @Override
    public void flush() {
        out.flush();
    }

    @Override
    public void close() {
        out.close();
    }
}
