package de.buergerkiosk.contract.appointment;

import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.contract.json.Fields;
import de.buergerkiosk.contract.json.MalformedDocument;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * All venues of a city.
 *
 * @param zone in which their days begin and end
 * @param at what time it is at the centre: a kiosk whose clock is off goes by it
 */
public record VenueList(ZoneId zone, Instant at, List<VenueOffer> venues) {
    public static final int BYTES_MAX = 1_000_000;
    private static final int VENUES_MAX = 200;

    public VenueList {
        venues = List.copyOf(venues);
    }

    public Optional<VenueOffer> venue(String id) {
        return venues.stream().filter(venue -> venue.id().equals(id)).findFirst();
    }

    /** {@code {"v":1,…}}. */
    public byte[] json() {
        var json = CanonicalJson.object().put("v", 1).put("zone", zone.getId());
        json.put("at", CanonicalJson.time(at));
        var array = json.putArray("venues");
        venues.forEach(venue -> array.add(venue.json()));
        return CanonicalJson.bytes(json);
    }

    /**
     * Reads strictly.
     *
     * @throws MalformedDocument naming the field
     */
    public static VenueList parse(byte[] bytes) {
        var fields = Fields.of(CanonicalJson.read(bytes, BYTES_MAX)).version(1);
        var list =
                new VenueList(
                        zone(fields.text("zone")),
                        fields.instant("at"),
                        fields.objects("venues", VENUES_MAX).stream().map(VenueOffer::of).toList());
        fields.end();
        return list;
    }

    private static ZoneId zone(String id) {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException e) {
            throw new MalformedDocument("zone", "is no time zone");
        }
    }
}
