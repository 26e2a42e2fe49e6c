package de.buergerkiosk.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/** Appointments of a demonstration: at any hour of any day, so that it can be shown at any time. */
final class DemoAgenda {
    private DemoAgenda() {}

    /** A house that stands, with a centre whose appointments go by this agenda, from now on. */
    static House house(
            House.Places places, EidChain eid, InstantSource clock, Consumer<String> progress)
            throws IOException, InterruptedException, ChildProcess.NotStarted {
        write(places.centreData());
        return House.start(places, House.Faults.NONE, eid, Optional.of(clock.instant()), progress);
    }

    /** Before the centre starts; one that lies there already stays. */
    private static void write(Path centreData) throws IOException {
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
