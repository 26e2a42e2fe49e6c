package de.buergerkiosk.contract.identity;

import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.contract.json.Checks;
import de.buergerkiosk.contract.json.Fields;
import de.buergerkiosk.contract.json.MalformedDocument;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an ID card told, on its way from the centre to the visit; it travels sealed only.
 *
 * <pre>{"v":1,"values":{"FAMILY_NAMES":"…"},"address":{"street":"…","zipCode":"…","city":"…","country":"D"}}</pre>
 *
 * @param values text by attribute; dates are ISO 8601, comparisons {@code true} or {@code false}; the
 *     address stands apart
 */
public record Identity(Map<Attribute, String> values, Optional<Address> address) {
    private static final int BYTES_MAX = 32 << 10;
    private static final int CHARACTERS_MAX = 2000;

    public Identity {
        if (values.containsKey(Attribute.ADDRESS)) {
            throw new MalformedDocument("values", "must not hold the address; it stands apart");
        }
        values.values().forEach(text -> Checks.text("values", text, CHARACTERS_MAX));
        values = Map.copyOf(values);
    }

    /** A place of residence as the card holds it. */
    public record Address(String street, String zipCode, String city, String country) {
        public Address {
            Checks.text("address.street", street, CHARACTERS_MAX);
            Checks.text("address.zipCode", zipCode, CHARACTERS_MAX);
            Checks.text("address.city", city, CHARACTERS_MAX);
            Checks.text("address.country", country, CHARACTERS_MAX);
        }

        @Override
        public String toString() {
            return "[personal]";
        }
    }

    /** The same with no more than these attributes. */
    public Identity only(Set<Attribute> allowed) {
        var kept = new EnumMap<Attribute, String>(Attribute.class);
        values.forEach((attribute, value) -> {
            if (allowed.contains(attribute)) {
                kept.put(attribute, value);
            }
        });
        return new Identity(kept, allowed.contains(Attribute.ADDRESS) ? address : Optional.empty());
    }

    String json() {
        var json = CanonicalJson.object().put("v", 1);
        var object = json.putObject("values");
        values.forEach((attribute, value) -> object.put(attribute.name(), value));
        address.ifPresent(a ->
                json.putObject("address")
                        .put("street", a.street())
                        .put("zipCode", a.zipCode())
                        .put("city", a.city())
                        .put("country", a.country()));
        return CanonicalJson.text(json);
    }

    static Identity parse(byte[] json) {
        var fields = Fields.of(CanonicalJson.read(json, BYTES_MAX)).version(1);
        var object = fields.object("values");
        var values = new EnumMap<Attribute, String>(Attribute.class);
        for (var attribute : Attribute.values()) {
            object.textIfPresent(attribute.name()).ifPresent(text -> values.put(attribute, text));
        }
        object.end();
        var address = fields.objectIfPresent("address").map(Identity::address);
        fields.end();
        return new Identity(values, address);
    }

    private static Address address(Fields fields) {
        var address =
                new Address(
                        fields.text("street"),
                        fields.text("zipCode"),
                        fields.text("city"),
                        fields.text("country"));
        fields.end();
        return address;
    }

    @Override
    public String toString() {
        return "[personal]";
    }
}
