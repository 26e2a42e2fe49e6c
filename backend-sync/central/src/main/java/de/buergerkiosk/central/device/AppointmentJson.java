package de.buergerkiosk.central.device;

import de.buergerkiosk.central.appointment.Agenda;
import de.buergerkiosk.central.appointment.Appointment;
import de.buergerkiosk.central.appointment.Venue;
import de.buergerkiosk.contract.json.CanonicalJson;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** Appointments as kiosks read them. */
final class AppointmentJson {
    private AppointmentJson() {}

    static ObjectNode of(Appointment appointment) {
        var json = CanonicalJson.object().put("v", 1);
        json.put("id", appointment.id().toString())
                .put("code", appointment.code().printed())
                .put("venue", appointment.venue())
                .put("service", appointment.service())
                .put("start", CanonicalJson.time(appointment.start()))
                .put("until", CanonicalJson.time(appointment.until()))
                .put("state", appointment.state().name().toLowerCase(Locale.ROOT));
        appointment.heldUntil().ifPresent(at -> json.put("heldUntil", CanonicalJson.time(at)));
        return json;
    }

    static ObjectNode venues(Agenda agenda) {
        var json = CanonicalJson.object().put("v", 1).put("zone", agenda.zone().getId());
        var array = json.putArray("venues");
        for (var venue : agenda.venues()) {
            var item = array.addObject().put("id", venue.id()).put("address", venue.address());
            name(item, venue.name());
            item.put("daysAhead", venue.daysAhead());
            var services = item.putArray("services");
            for (var offer : venue.offers()) {
                var service =
                        services.addObject()
                                .put("id", offer.service())
                                .put("minutes", offer.minutes());
                name(service, offer.name());
            }
        }
        return json;
    }

    private static void name(ObjectNode item, Venue.Naming name) {
        item.putObject("name").put("de", name.german()).put("en", name.english());
    }
}
