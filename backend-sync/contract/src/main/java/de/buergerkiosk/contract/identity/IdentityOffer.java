package de.buergerkiosk.contract.identity;

import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.contract.json.Checks;
import de.buergerkiosk.contract.json.Fields;
import de.buergerkiosk.contract.json.MalformedDocument;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/**
 * The centre's answer to a wish: where the eID client gets its TCToken, and what will be read.
 *
 * @param tcTokenUrl for one client, once
 * @param until when the centre forgets the identification
 */
public record IdentityOffer(UUID id, URI tcTokenUrl, Asked asked, Instant until) {
    private static final int BYTES_MAX = 8 << 10;

    /**
     * What a service asks for.
     *
     * @param ageOver years; goes with {@link Attribute#AGE_VERIFICATION}
     * @param placeIs beginning of a municipality's key as digits; goes with {@link
     *     Attribute#ADDRESS_VERIFICATION}
     */
    public record Asked(
            Set<Attribute> required,
            Set<Attribute> optional,
            Optional<Integer> ageOver,
            Optional<String> placeIs) {
        /** Older than anybody, and still a date. */
        private static final int AGE_MAX = 150;

        /** Land, Regierungsbezirk, Kreis or Gemeinde of the official municipality key (AGS). */
        private static final Pattern PLACE = Pattern.compile("[0-9]{2}|[0-9]{3}|[0-9]{5}|[0-9]{8}");

        public Asked {
            required = Set.copyOf(required);
            optional = Set.copyOf(optional);
            if (required.stream().anyMatch(optional::contains)) {
                throw new MalformedDocument("optional", "repeats what is required");
            }
            paired(required, optional, Attribute.AGE_VERIFICATION, "ageOver", ageOver.isPresent());
            paired(
                    required,
                    optional,
                    Attribute.ADDRESS_VERIFICATION,
                    "placeIs",
                    placeIs.isPresent());
            ageOver.ifPresent(years -> Checks.between("ageOver", years, 1, AGE_MAX));
            placeIs.ifPresent(key -> Checks.matching("placeIs", PLACE, key));
        }

        private static void paired(
                Set<Attribute> required,
                Set<Attribute> optional,
                Attribute comparison,
                String value,
                boolean given) {
            if ((required.contains(comparison) || optional.contains(comparison)) != given) {
                throw new MalformedDocument(value, "and " + comparison + " go together");
            }
        }

        ObjectNode json() {
            var json = CanonicalJson.object();
            var must = json.putArray("required");
            required.stream().sorted().forEach(each -> must.add(each.name()));
            var may = json.putArray("optional");
            optional.stream().sorted().forEach(each -> may.add(each.name()));
            ageOver.ifPresent(years -> json.put("ageOver", years));
            placeIs.ifPresent(key -> json.put("placeIs", key));
            return json;
        }

        static Asked parse(Fields fields) {
            var asked =
                    new Asked(
                            Attribute.parse("required", fields.texts("required")),
                            Attribute.parse("optional", fields.texts("optional")),
                            fields.smallNumberIfPresent("ageOver"),
                            fields.textIfPresent("placeIs"));
            fields.end();
            return asked;
        }
    }

    public byte[] canonicalJson() {
        var json = CanonicalJson.object().put("v", 1);
        json.put("id", id.toString())
                .put("tcTokenUrl", tcTokenUrl.toString())
                .put("until", CanonicalJson.time(until));
        json.set("asked", asked.json());
        return CanonicalJson.bytes(json);
    }

    /**
     * Reads an offer strictly.
     *
     * @throws MalformedDocument naming the field
     */
    public static IdentityOffer parse(byte[] json) {
        var fields = Fields.of(CanonicalJson.read(json, BYTES_MAX)).version(1);
        var offer =
                new IdentityOffer(
                        uuid(fields.text("id")),
                        address(fields.text("tcTokenUrl")),
                        Asked.parse(fields.object("asked")),
                        fields.instant("until"));
        fields.end();
        return offer;
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new MalformedDocument("id", "is no UUID");
        }
    }

    private static URI address(String text) {
        try {
            var address = new URI(text);
            if ("https".equals(address.getScheme()) && address.getHost() != null) {
                return address;
            }
        } catch (URISyntaxException e) {
            throw new MalformedDocument("tcTokenUrl", "is not an address: " + e.getReason());
        }
        throw new MalformedDocument("tcTokenUrl", "must begin with https://");
    }
}
