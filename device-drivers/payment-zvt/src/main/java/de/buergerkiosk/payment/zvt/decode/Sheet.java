package de.buergerkiosk.payment.zvt.decode;

import de.buergerkiosk.payment.zvt.decode.Decoded.UnknownObject;
import de.buergerkiosk.payment.zvt.wire.Bcd;
import de.buergerkiosk.payment.zvt.wire.KnownCommand;
import de.buergerkiosk.payment.zvt.wire.Octets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** What has been read of one APDU so far. */
final class Sheet {
    private final Map<String, Value> fields = new LinkedHashMap<>();
    private final Map<String, List<Value>> lines = new LinkedHashMap<>(2);
    private final List<UnknownObject> unknown = new ArrayList<>(0);
    private final List<String> redacted = new ArrayList<>(0);

    /** Where the data block starts in the input. */
    private final int base;

    Sheet(int base) {
        this.base = base;
    }

    /** False when there is such a field already. */
    boolean put(String key, Value value) {
        return fields.putIfAbsent(key, value) == null;
    }

    boolean text(String key, String text) {
        return put(key, new Value.Text(text));
    }

    boolean number(String key, long number) {
        return put(key, new Value.Numeral(number));
    }

    /** A packed decimal number; false when it is not decimal. */
    boolean decimal(String key, Octets octets) {
        OptionalLong number = Bcd.decode(octets);
        return number.isPresent() && number(key, number.getAsLong());
    }

    /** One more line of a text. */
    void line(String key, String text) {
        lines.computeIfAbsent(key, _ -> new ArrayList<>()).add(new Value.Text(text));
    }

    /**
     * Something that means nothing here.
     *
     * @param at where its tag stands in the data block
     */
    void unknown(String tag, Octets value, int at) {
        unknown.add(new UnknownObject(tag, value.hex(), base + at));
    }

    void redacted(String tag) {
        redacted.add(tag);
    }

    Decoded of(KnownCommand command) {
        lines.forEach((key, all) -> put(key, new Value.Several(all)));
        return new Decoded(command, fields, unknown, redacted);
    }
}
