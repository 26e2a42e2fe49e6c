package de.buergerkiosk.central.device;

import de.buergerkiosk.central.appointment.Appointment;
import de.buergerkiosk.central.appointment.Appointments;
import de.buergerkiosk.central.appointment.Venue;
import de.buergerkiosk.contract.appointment.KeptAppointment;
import de.buergerkiosk.contract.appointment.Named;
import de.buergerkiosk.contract.appointment.VenueList;
import de.buergerkiosk.contract.appointment.VenueOffer;

/** Appointments as kiosks read them. */
final class AppointmentJson {
    private AppointmentJson() {}

    static byte[] of(Appointment appointment) {
        return new KeptAppointment(
                        appointment.id(),
                        appointment.code(),
                        appointment.venue(),
                        appointment.service(),
                        appointment.start(),
                        appointment.until(),
                        KeptAppointment.State.valueOf(appointment.state().name()),
                        appointment.heldUntil())
                .json();
    }

    static byte[] venues(Appointments appointments) {
        var agenda = appointments.agenda();
        return new VenueList(
                        agenda.zone(),
                        appointments.now(),
                        agenda.venues().stream().map(AppointmentJson::offer).toList())
                .json();
    }

    private static VenueOffer offer(Venue venue) {
        return new VenueOffer(
                venue.id(),
                named(venue.name()),
                venue.address(),
                venue.waitingPlace().map(AppointmentJson::named),
                venue.office(),
                venue.daysAhead(),
                venue.offers().stream()
                        .map(offer ->
                                new VenueOffer.Item(
                                        offer.service(), named(offer.name()), offer.minutes()))
                        .toList());
    }

    private static Named named(Venue.Naming name) {
        return new Named(name.german(), name.english());
    }
}
