package de.buergerkiosk.payment.zvt.wire;

import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads 04 0F, 04 FF and 06 D1. */
final class StatusReading {
    private StatusReading() {}

    static Message.StatusInformation read(Octets data, Charset charset) throws MalformedException {
        Fields fields = Fields.parse(data, 0);
        Octets result = fields.value(0x27).orElse(Octets.NONE);
        if (result.isEmpty()) {
            throw new MalformedException(0, "status information without a result code");
        }
        OptionalLong amount = fields.number(0x04);
        return new Message.StatusInformation(
                result.at(0),
                amount.isPresent() ? Optional.of(amount.getAsLong()) : Optional.empty(),
                number(fields, 0x49),
                number(fields, 0x87),
                number(fields, 0x0B),
                fields.value(0x29).map(Octets::hex),
                fields.value(0x8B).map(name -> plain(name, charset)),
                fields.value(0x22).map(CardText::ofPackedPan),
                fields.value(0x0C).flatMap(StatusReading::time),
                fields.value(0x0D).flatMap(StatusReading::date),
                fields.value(0x3C).map(text -> plain(text, charset)),
                fields.value(0x37).isPresent(),
                Tlv.find(fields.tlv(), 0x1F1F).map(Tlv::value),
                fields.unknownAt().isEmpty());
    }

    private static Optional<Integer> number(Fields fields, int tag) {
        OptionalLong number = fields.number(tag);
        return number.isPresent()
                ? Optional.of(Math.toIntExact(number.getAsLong()))
                : Optional.empty();
    }

    /** Without card numbers, and without the zero byte that some terminals append. */
    private static String plain(Octets text, Charset charset) {
        return CardText.masked(TextEncoding.text(text, charset).replace("\0", "").strip());
    }

    private static Optional<LocalTime> time(Octets octets) {
        try {
            return Optional.of(LocalTime.of(two(octets, 0), two(octets, 1), two(octets, 2)));
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    private static Optional<MonthDay> date(Octets octets) {
        try {
            return Optional.of(MonthDay.of(two(octets, 0), two(octets, 1)));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    private static int two(Octets octets, int index) {
        return (int) Bcd.decode(octets.slice(index, index + 1)).orElse(99);
    }

    static Message.IntermediateStatus readIntermediate(Octets data, Charset charset)
            throws MalformedException {
        if (data.isEmpty()) {
            throw new MalformedException(3, "intermediate status without a status byte");
        }
        int from = Message.IntermediateStatus.fieldsFrom(data);
        Optional<Duration> patience = Optional.empty();
        if (from == 2 && data.length() > 1) {
            OptionalLong minutes = Bcd.decode(data.slice(1, 2));
            if (minutes.isPresent() && minutes.getAsLong() > 0) {
                patience = Optional.of(Duration.ofMinutes(minutes.getAsLong()));
            }
        }
        var texts = new ArrayList<String>();
        if (from < data.length()) {
            texts.addAll(texts(Fields.parse(data, from).tlv(), charset));
        }
        return new Message.IntermediateStatus(data.at(0), patience, texts);
    }

    /** 24 { 07 text … } (chapter 9). */
    private static List<String> texts(List<Tlv> objects, Charset charset) {
        return Tlv.find(objects, 0x24).stream()
                .flatMap(texts -> texts.children().stream())
                .filter(text -> text.tag() == 0x07)
                .map(text -> plain(text.value(), charset))
                .toList();
    }

    /** Attribute FF asks for blank lines; any other with its high bit, but not 80, ends a receipt. */
    static Message.PrintLine readPrintLine(Octets data, Charset charset) throws MalformedException {
        if (data.isEmpty()) {
            throw new MalformedException(3, "print line without an attribute");
        }
        int attribute = data.at(0);
        if (attribute == 0xFF) {
            return new Message.PrintLine("", false);
        }
        String text = CardText.masked(TextEncoding.text(data.from(1), charset).stripTrailing());
        return new Message.PrintLine(text, (attribute & 0x80) != 0 && attribute != 0x80);
    }
}
