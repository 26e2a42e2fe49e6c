package de.buergerkiosk.journey;

import de.buergerkiosk.contract.appointment.AppointmentCode;
import de.buergerkiosk.contract.appointment.KeptAppointment;
import de.buergerkiosk.contract.appointment.VenueOffer;
import de.buergerkiosk.journey.appointment.Slip;
import de.buergerkiosk.ports.Personal;

/**
 * A citizen who comes for an appointment or a waiting number: the stages of that, beside those of a
 * filing. A slip cannot be handed out before its number or appointment is durable.
 */
public sealed interface Errand extends Visit {
    /** A waiting number is wanted. */
    record Queueing(VisitId id, VenueOffer.Item service) implements Errand {}

    /** Something was held under the scanner on a page that did not ask for it. */
    record Scanned(VisitId id, Personal<String> text) implements Errand {}

    /** Somebody has an appointment, and the kiosk does not know which. */
    record Asking(VisitId id, Want want) implements Errand {}

    /** The code is known, and what it is shown for. */
    record Coded(VisitId id, Want want, AppointmentCode code) implements Errand {}

    /** The centre has told which appointment that is. */
    record Found(VisitId id, KeptAppointment appointment) implements Errand {}

    /** Is to be at another time. */
    record Moving(VisitId id, KeptAppointment appointment) implements Errand {}

    /** An appointment is wanted, and the kiosk does not know what for. */
    record Booking(VisitId id) implements Errand {}

    /** It knows what for; the time comes next. */
    record Picking(VisitId id, VenueOffer.Item service) implements Errand {}

    /** The place is held for some minutes. */
    record Held(VisitId id, VenueOffer.Item service, KeptAppointment appointment)
            implements Errand {}

    /** The centre cannot be asked: a wish is all that can be taken in. */
    record Wishing(VisitId id, VenueOffer.Item service) implements Errand {}

    /** Durable, here or at the centre; the paper comes next. */
    record Given(VisitId id, Slip slip) implements Errand {}

    /**
     * The paper is out, or it is known that it is not.
     *
     * @param paper {@code printed}, {@code halted}, {@code unknown}, or {@code none} where none is due
     */
    record HandedOut(VisitId id, Slip slip, String paper) implements Errand {}

    /** What a code is shown for. */
    enum Want {
        /** The citizen is there. */
        CHECK_IN,
        /** Look at it, move it, cancel it. */
        CHANGE
    }
}
