package de.buergerkiosk.journey.appointment;

import de.buergerkiosk.contract.appointment.VenueList;
import java.util.Optional;

/** What the centre told last of its venues; kept, so that a kiosk without a line knows where it is. */
public interface VenueBook {
    Optional<VenueList> known();

    void learned(VenueList venues);
}
