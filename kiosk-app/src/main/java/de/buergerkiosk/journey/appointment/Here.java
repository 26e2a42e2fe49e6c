package de.buergerkiosk.journey.appointment;

import de.buergerkiosk.contract.appointment.Named;
import de.buergerkiosk.contract.appointment.VenueOffer;
import de.buergerkiosk.forms.Localized;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where this kiosk stands, when it is there, and what people call the places and services.
 *
 * @param venue the kiosk's own, by its settings
 * @param clock put right by the centre's, see {@link CityClock}
 */
public record Here(String venue, VenueBook book, InstantSource clock, ZoneId zone) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final Map<String, DateTimeFormatter> DAYS =
            Map.of(
                    "de", DateTimeFormatter.ofPattern("EEEE, d. MMMM", Locale.GERMANY),
                    "en", DateTimeFormatter.ofPattern("EEEE, d MMMM", Locale.UK));

    /** Empty until the centre has told of it once. */
    public Optional<VenueOffer> offer() {
        return offer(venue);
    }

    Optional<VenueOffer> offer(String id) {
        return book.known().flatMap(list -> list.venue(id));
    }

    /** The day that it is now. */
    public LocalDate today() {
        return day(clock.instant());
    }

    LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    /** As {@code 09:15}. */
    String time(Instant moment) {
        return TIME.format(moment.atZone(zone));
    }

    /** As {@code Montag, 30. November}. */
    Localized dayName(LocalDate day) {
        var texts = new LinkedHashMap<String, String>();
        DAYS.forEach((language, format) -> texts.put(language, format.format(day)));
        return new Localized(texts);
    }

    /** Its id where nobody has told its name. */
    Localized venueName(String id) {
        return offer(id).map(offer -> localized(offer.name())).orElseGet(() -> Localized.same(id));
    }

    Localized serviceName(String venueId, String service) {
        return offer(venueId)
                .flatMap(offer -> offer.service(service))
                .map(item -> localized(item.name()))
                .orElseGet(() -> Localized.same(service));
    }

    static Localized localized(Named name) {
        return new Localized(Map.of("de", name.german(), "en", name.english()));
    }
}
