package de.buergerkiosk.contract.appointment;

import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.contract.json.Checks;
import de.buergerkiosk.contract.json.Fields;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * A place where people are seen, and what for.
 *
 * @param waitingPlace where whoever has a number waits
 * @param office that wishes for an appointment go to while the centre cannot be asked
 * @param daysAhead how far ahead one can book, counted from today
 */
public record VenueOffer(
        String id,
        Named name,
        String address,
        Optional<Named> waitingPlace,
        Optional<String> office,
        int daysAhead,
        List<Item> services) {
    private static final int ITEMS_MAX = 400;

    public VenueOffer {
        Checks.slug("id", id);
        Checks.filled("address", address, 200);
        services = List.copyOf(services);
    }

    /** A service that one can have an appointment or a number for. */
    public record Item(String id, Named name, int minutes) {
        public Item {
            Checks.slug("services.id", id);
            Checks.between("minutes", minutes, 1, 24 * 60);
        }
    }

    public Optional<Item> service(String service) {
        return services.stream().filter(item -> item.id().equals(service)).findFirst();
    }

    /** As it stands in the list of venues. */
    public ObjectNode json() {
        var json = CanonicalJson.object().put("id", id).put("address", address);
        name.into(json, "name");
        waitingPlace.ifPresent(place -> place.into(json, "waitingPlace"));
        office.ifPresent(one -> json.put("office", one));
        json.put("daysAhead", daysAhead);
        var array = json.putArray("services");
        for (var item : services) {
            var service = array.addObject().put("id", item.id()).put("minutes", item.minutes());
            item.name().into(service, "name");
        }
        return json;
    }

    /** Reads what {@link #json} wrote. */
    public static VenueOffer of(Fields fields) {
        var venue =
                new VenueOffer(
                        fields.text("id"),
                        Named.of(fields.object("name")),
                        fields.text("address"),
                        fields.objectIfPresent("waitingPlace").map(Named::of),
                        fields.textIfPresent("office"),
                        fields.smallNumber("daysAhead"),
                        fields.objects("services", ITEMS_MAX).stream()
                                .map(VenueOffer::item)
                                .toList());
        fields.end();
        return venue;
    }

    private static Item item(Fields fields) {
        var item =
                new Item(
                        fields.text("id"),
                        Named.of(fields.object("name")),
                        fields.smallNumber("minutes"));
        fields.end();
        return item;
    }
}
