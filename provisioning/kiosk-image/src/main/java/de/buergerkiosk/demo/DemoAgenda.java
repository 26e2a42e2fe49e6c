package de.buergerkiosk.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Appointments of a demonstration: at any hour of any day, so that it can be shown at any time. */
final class DemoAgenda {
    private DemoAgenda() {}

    /** Before the centre starts; one that lies there already stays. */
    static void write(Path centreData) throws IOException {
        Files.createDirectories(centreData);
        var file = centreData.resolve("appointments.json");
        if (Files.notExists(file)) {
            try (var in = DemoAgenda.class.getResourceAsStream("appointments.json")) {
                if (in == null) {
                    throw new IOException("appointments.json of the demonstration is missing");
                }
                Files.write(file, in.readAllBytes());
            }
        }
    }
}
