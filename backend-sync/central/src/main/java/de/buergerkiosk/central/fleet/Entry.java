package de.buergerkiosk.central.fleet;

import de.buergerkiosk.contract.fleet.EnrolmentCode;
import java.net.URI;

/**
 * Where machines enrol, as people and machines are told.
 *
 * @param fingerprint SHA-256 of the city's authority, in hexadecimal
 */
public record Entry(URI address, String fingerprint) {

    /** To be typed at the kiosk. */
    public String command(EnrolmentCode code) {
        return "./kiosk enrol --centre "
                + address
                + " --code "
                + code.printed()
                + " --data /var/lib/buergerkiosk/kiosk";
    }

    /** To be scanned at the kiosk. */
    public String qr(EnrolmentCode code) {
        return "buergerkiosk-enrol:1 " + address + " " + code.printed();
    }
}
