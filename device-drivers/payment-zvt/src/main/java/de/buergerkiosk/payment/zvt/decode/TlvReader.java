package de.buergerkiosk.payment.zvt.decode;

import de.buergerkiosk.payment.zvt.wire.KnownCommand;
import de.buergerkiosk.payment.zvt.wire.KnownTag;
import de.buergerkiosk.payment.zvt.wire.Octets;
import de.buergerkiosk.payment.zvt.wire.TextEncoding;
import de.buergerkiosk.payment.zvt.wire.Tlv;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the TLV container (PA00P015 chapter 9): known objects into {@code tlv}, nested as they are;
 * texts into {@code lines} as well; unknown objects are passed over and listed.
 */
final class TlvReader {
    private static final int TEXT_LINE = 0x07;
    private static final int RECEIPT_TYPE = 0x1F07;

    private final KnownCommand command;
    private final Charset usual;
    private final Sheet sheet;

    TlvReader(KnownCommand command, Charset usual, Sheet sheet) {
        this.command = command;
        this.usual = usual;
        this.sheet = sheet;
    }

    /**
     * Reads all objects of a container.
     *
     * @param at where the first one stands in the data block
     */
    void read(List<Tlv> objects, int at) {
        Charset charset = TextEncoding.of(objects, usual);
        Value.Group group = group(objects, at, charset);
        if (!group.values().isEmpty()) {
            sheet.put("tlv", group);
        }
    }

    private Value.Group group(List<Tlv> objects, int start, Charset charset) {
        Map<String, Value> values = new LinkedHashMap<>();
        Map<String, List<Value>> repeated = new LinkedHashMap<>(0);
        int at = start;
        for (Tlv object : objects) {
            Optional<KnownTag> known = KnownTag.of(object.tag());
            if (known.isEmpty()) {
                sheet.unknown(name(object.tag()), object.value(), at);
            } else {
                String name = known.get().hex();
                Value value = value(known.get(), object, at, charset);
                if (known.get().many() || values.containsKey(name)) {
                    several(values, repeated, name).add(value);
                } else {
                    values.put(name, value);
                }
            }
            at += object.headerLength() + object.value().length();
        }
        repeated.forEach((name, all) -> values.put(name, new Value.Several(all)));
        return new Value.Group(values);
    }

    /** What stands once is a value, what comes again makes it a list. */
    private static List<Value> several(
            Map<String, Value> values, Map<String, List<Value>> repeated, String name) {
        return repeated.computeIfAbsent(
                name,
                _ -> {
                    var all = new ArrayList<Value>();
                    Value first = values.putIfAbsent(name, new Value.Several(List.of()));
                    if (first != null) {
                        all.add(first);
                    }
                    return all;
                });
    }

    private Value value(KnownTag known, Tlv object, int at, Charset charset) {
        if (object.isConstructed()) {
            return group(object.children(), at + object.headerLength(), charset);
        }
        Octets value = object.value();
        if (known.kind() == KnownTag.Kind.SECRET) {
            sheet.redacted(known.hex());
        } else if (known.tag() == TEXT_LINE) {
            sheet.line("lines", value.text(charset));
        } else if (known.tag() == RECEIPT_TYPE && command.code() == 0x06D3 && value.length() == 1) {
            sheet.number("receiptType", value.at(0));
        }
        return new Value.Text(value.hex());
    }

    private static String name(int tag) {
        return tag > 0xFFFF
                ? "%06X".formatted(tag)
                : tag > 0xFF ? "%04X".formatted(tag) : "%02X".formatted(tag);
    }
}
