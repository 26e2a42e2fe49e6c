package de.buergerkiosk.demo.fleet;

import de.buergerkiosk.contract.fleet.EnrolmentCode;
import java.io.IOException;
import java.net.URI;
import java.util.List;

/** The desk, as somebody needs it who makes machines kiosks. */
public interface Codes {
    /**
     * Makes the kiosk known and gives it a code.
     *
     * @throws IOException the desk does not answer, or refuses
     */
    Code code(String kiosk, String site, List<String> groups)
            throws IOException, InterruptedException;

    /** A code and where it counts. */
    record Code(URI centre, EnrolmentCode code) {}
}
