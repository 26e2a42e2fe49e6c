package de.buergerkiosk.payment.zvt.decode;

import de.buergerkiosk.payment.zvt.transport.SerialDecoder;
import de.buergerkiosk.payment.zvt.transport.SerialDecoder.Event;
import de.buergerkiosk.payment.zvt.wire.Apdu;
import de.buergerkiosk.payment.zvt.wire.MalformedException;
import de.buergerkiosk.payment.zvt.wire.Octets;
import de.buergerkiosk.payment.zvt.wire.Redaction;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What stands on a serial line: acknowledgements and frames, one after the other. */
final class FrameSequence {
    private FrameSequence() {}

    /** One thing on the line. */
    sealed interface Item {
        /** ACK, that is 06. */
        record Acknowledged() implements Item {}

        /** NAK, that is 15. */
        record Refused() implements Item {}

        /**
         * A frame.
         *
         * @param apdu its content without card data
         * @param decoded what the content means, or why it means nothing
         * @param crcGiven upper-case hex in the order of the line: low byte first
         * @param crcComputed the same, as it should be
         */
        record Frame(Octets apdu, Content decoded, String crcGiven, String crcComputed)
                implements Item {
            boolean isValid() {
                return crcGiven.equals(crcComputed) && decoded instanceof Content.Understood;
            }
        }
    }

    /** What is in a frame. */
    sealed interface Content {
        record Understood(Decoded apdu) implements Content {}

        record Broken(MalformedException malformed) implements Content {}
    }

    /**
     * Reads all of them.
     *
     * @throws MalformedException with the offset of the byte that belongs to no frame
     */
    static List<Item> read(Octets bytes, Charset charset) throws MalformedException {
        if (bytes.isEmpty()) {
            throw new MalformedException(0, "no bytes");
        }
        var items = new ArrayList<Item>();
        var decoder = new SerialDecoder();
        int start = 0;
        for (int at = 0; at < bytes.length(); at++) {
            Optional<Event> event = decoder.feed(bytes.at(at));
            if (decoder.noise() > 0) {
                throw new MalformedException(
                        start, "neither ACK (06), NAK (15) nor DLE STX (10 02)");
            }
            if (event.isPresent()) {
                items.add(item(event.get(), start, at, charset));
                start = at + 1;
            }
        }
        if (decoder.isInside()) {
            throw new MalformedException(
                    bytes.length(), "the frame that begins at byte " + start + " does not end");
        }
        return items;
    }

    private static Item item(Event event, int start, int at, Charset charset)
            throws MalformedException {
        return switch (event) {
            case Event.Acknowledged() -> new Item.Acknowledged();
            case Event.Refused() -> new Item.Refused();
            case Event.Broken(String reason) -> throw new MalformedException(at, reason);
            case Event.Frame frame ->
                    new Item.Frame(
                            withoutCardData(frame.payload()),
                            content(frame.payload(), start + 2, charset),
                            inOrderOfLine(frame.crcGiven()),
                            inOrderOfLine(frame.crcComputed()));
        };
    }

    /** Offsets count in the frame; doubled DLEs before the place are not counted. */
    private static Content content(Octets payload, int start, Charset charset) {
        Apdu apdu;
        try {
            apdu = Apdu.read(payload);
        } catch (MalformedException noApdu) {
            return new Content.Broken(noApdu.movedBy(start));
        }
        try {
            return new Content.Understood(
                    ApduReader.read(apdu, start + Apdu.headerAt(payload, 0), charset));
        } catch (MalformedException malformed) {
            return new Content.Broken(malformed);
        }
    }

    private static Octets withoutCardData(Octets payload) {
        try {
            return Redaction.withoutCardData(Apdu.read(payload)).apdu().encoded();
        } catch (MalformedException noApdu) {
            return Redaction.withoutCardDigits(payload);
        }
    }

    private static String inOrderOfLine(int crc) {
        return "%02X%02X".formatted(crc & 0xFF, crc >> 8);
    }
}
