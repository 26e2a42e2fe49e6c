package de.buergerkiosk.central.main;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;

/**
 * How a centre is started.
 *
 * @param data keys, kits and the embedded database
 * @param host name or address that the device door listens on; the desk door stays on loopback
 * @param devicePort 0 for a free one
 * @param deskPort 0 for a free one
 * @param databaseUrl JDBC address of a PostgreSQL; empty for the embedded one
 * @param zone in which the desk tells times and receipts tell years
 */
public record CentreSettings(
        Path data,
        String host,
        int devicePort,
        int deskPort,
        Optional<String> databaseUrl,
        Doors doors,
        ZoneId zone) {
    public static final String LOOPBACK = "127.0.0.1";
    public static final ZoneId GERMANY = ZoneId.of("Europe/Berlin");

    /** Which doors this process opens. */
    public enum Doors {
        DEVICE,
        DESK,
        BOTH;

        boolean device() {
            return this != DESK;
        }

        boolean desk() {
            return this != DEVICE;
        }
    }

    public CentreSettings {
        data = data.toAbsolutePath().normalize();
    }
}
