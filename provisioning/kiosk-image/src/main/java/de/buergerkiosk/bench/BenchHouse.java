package de.buergerkiosk.bench;

import de.buergerkiosk.central.CentreTrouble;
import de.buergerkiosk.central.offices.OfficeDirectory;
import de.buergerkiosk.central.trust.CityTrust;
import de.buergerkiosk.demo.House;
import de.buergerkiosk.main.Surroundings;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;

/**
 * What a kiosk on the bench needs: its kit, its configuration, a tray. Centre and devices are
 * switched off, so nothing of theirs is measured.
 */
final class BenchHouse {
    /** The discard port: nobody answers there. */
    private static final int NOBODY = 9;

    private BenchHouse() {}

    static Path root() {
        return Path.of(System.getProperty("house.root", ".")).toAbsolutePath();
    }

    static Path services() {
        return House.Places.services(root());
    }

    /** Makes it below the folder and returns the kiosk's configuration file. */
    static Path furnish(Path folder, Surroundings around) throws IOException {
        try {
            var trust =
                    CityTrust.open(
                            folder.resolve("centre"),
                            offices(),
                            around.clock(),
                            new SecureRandom());
            var kit = trust.kit("kiosk-bench", URI.create("https://127.0.0.1:" + NOBODY));
            return Files.writeString(folder.resolve("kiosk.yaml"), config(folder, kit));
        } catch (CentreTrouble e) {
            throw new IOException("no kit for the bench: " + e.getMessage(), e);
        }
    }

    private static OfficeDirectory offices() throws IOException {
        try (var in =
                CityTrust.class.getResourceAsStream("/de/buergerkiosk/central/offices.json")) {
            if (in == null) {
                throw new IOException("offices.json is missing in the centre's jar");
            }
            return OfficeDirectory.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static String config(Path folder, Path kit) {
        return """
        kiosk:
          data: "%s"
          services: "%s"
          environment: demo
          languages: [de, en]
        screen:
          fullScreen: false
        centre:
          kit: "%s"
        payment:
          port: %d
        printer:
          port: %d
        identification:
          client: simulation
          server: simulation
          tray: "%s"
        """
                .formatted(
                        folder.resolve("kiosk"),
                        services(),
                        kit,
                        NOBODY,
                        NOBODY,
                        folder.resolve("tray"));
    }
}
