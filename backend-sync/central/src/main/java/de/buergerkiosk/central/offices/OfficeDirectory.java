package de.buergerkiosk.central.offices;

import de.buergerkiosk.central.offices.Office.Naming;
import de.buergerkiosk.central.offices.Office.Offer;
import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.contract.json.Checks;
import de.buergerkiosk.contract.json.Fields;
import de.buergerkiosk.contract.json.MalformedDocument;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** All offices of the city, from {@code offices.json}. */
public final class OfficeDirectory {
    private static final int BYTES_MAX = 1_000_000;
    private static final int OFFICES_MAX = 500;
    private static final int NAME_CHARACTERS_MAX = 120;

    private final Map<String, Office> byId;

    private OfficeDirectory(Map<String, Office> byId) {
        this.byId = byId;
    }

    /**
     * Reads the file's text.
     *
     * @throws MalformedDocument naming the field
     */
    public static OfficeDirectory parse(String json) {
        var fields = Fields.of(CanonicalJson.read(json, BYTES_MAX)).version(1);
        var offices = new LinkedHashMap<String, Office>();
        for (var entry : fields.objects("offices", OFFICES_MAX)) {
            var office = office(entry);
            if (offices.put(office.id(), office) != null) {
                throw new MalformedDocument("offices", office.id() + " stands there twice");
            }
        }
        fields.end();
        return new OfficeDirectory(offices);
    }

    public Collection<Office> offices() {
        return byId.values();
    }

    public boolean knows(String office) {
        return byId.containsKey(office);
    }

    /** What people call the office; its number where it has no name here. */
    public String officeName(String office, String language) {
        return Optional.ofNullable(byId.get(office)).map(o -> o.name().in(language)).orElse(office);
    }

    /** What people call the service; its number where no office names it. */
    public String serviceName(String service, String language) {
        return byId.values().stream()
                .flatMap(office -> office.services().stream())
                .filter(offer -> offer.id().equals(service))
                .findFirst()
                .map(offer -> offer.name().in(language))
                .orElse(service);
    }

    private static Office office(Fields fields) {
        var services =
                fields.objects("services", OFFICES_MAX).stream()
                        .map(item -> {
                            var offer = new Offer(id(item), naming(item.object("name")));
                            item.end();
                            return offer;
                        })
                        .toList();
        var office = new Office(id(fields), naming(fields.object("name")), services);
        fields.end();
        return office;
    }

    private static String id(Fields fields) {
        return Checks.slug("id", fields.text("id"));
    }

    private static Naming naming(Fields fields) {
        var naming =
                new Naming(
                        Checks.filled("name.de", fields.text("de"), NAME_CHARACTERS_MAX),
                        Checks.filled("name.en", fields.text("en"), NAME_CHARACTERS_MAX));
        fields.end();
        return naming;
    }
}
