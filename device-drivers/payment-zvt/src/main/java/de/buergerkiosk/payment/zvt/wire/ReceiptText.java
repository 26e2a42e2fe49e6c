package de.buergerkiosk.payment.zvt.wire;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lines of a text block: 06 { 1F07 type, 14 character set, 25 { 09 attribute, 07 line … } }. */
final class ReceiptText {
    private static final int LINES = 0x25;
    private static final int LINE = 0x07;
    private static final int RECEIPT_TYPE = 0x1F07;

    private ReceiptText() {}

    static Message.TextBlock read(Fields fields, Charset usual) {
        Charset charset = TextEncoding.of(fields.tlv(), usual);
        var lines = new ArrayList<String>();
        collect(fields.tlv(), charset, lines);
        Optional<Integer> type =
                Tlv.find(fields.tlv(), RECEIPT_TYPE)
                        .filter(tag -> tag.value().length() == 1)
                        .map(tag -> tag.value().at(0));
        return new Message.TextBlock(
                type.map(ReceiptText::audience).orElse(Message.Audience.UNSAID), lines);
    }

    private static void collect(List<Tlv> objects, Charset charset, List<String> lines) {
        for (Tlv object : objects) {
            if (object.tag() == LINE) {
                lines.add(CardText.masked(TextEncoding.text(object.value(), charset)));
            } else if (object.tag() == LINES) {
                collect(object.children(), charset, lines);
            }
        }
    }

    /** Chapter 9: 01 merchant, 02 customer, 03 administration (a closing, a diagnosis). */
    private static Message.Audience audience(int type) {
        return switch (type) {
            case 0x01 -> Message.Audience.MERCHANT;
            case 0x02 -> Message.Audience.CUSTOMER;
            default -> Message.Audience.UNSAID;
        };
    }
}
