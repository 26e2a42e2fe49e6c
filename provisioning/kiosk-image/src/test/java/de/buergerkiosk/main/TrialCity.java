package de.buergerkiosk.main;

import de.buergerkiosk.central.offices.OfficeDirectory;
import de.buergerkiosk.central.trust.CityTrust;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;

/** A kit and the settings of a kiosk whose centre and devices are all switched off. */
final class TrialCity {
    /** The discard port: nobody answers there. */
    private static final int NOBODY = 9;

    static final Path SERVICES =
            Path.of(System.getProperty("house.root", ".")).resolve("provisioning/services");

    final Path folder;
    private final Path kit;

    TrialCity(Path folder) throws Exception {
        this.folder = folder;
        var trust =
                CityTrust.open(
                        folder.resolve("centre"),
                        offices(),
                        Surroundings.real().clock(),
                        new SecureRandom());
        kit = trust.kit("kiosk-on-trial", URI.create("https://127.0.0.1:" + NOBODY));
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

    Path data() {
        return folder.resolve("kiosk");
    }

    Path config(Path services) throws IOException {
        return Files.writeString(
                folder.resolve("kiosk.yaml"),
                """
                kiosk:
                  data: "%s"
                  services: "%s"
                screen:
                  fullScreen: false
                centre:
                  kit: "%s"
                payment:
                  port: %d
                printer:
                  port: %d
                """
                        .formatted(data(), services.toAbsolutePath(), kit, NOBODY, NOBODY));
    }

    Settings settings(Path services) throws IOException, WrongSettings {
        return SettingsFile.read(config(services));
    }

    /** As many copies of the bulky-waste service as wanted, each under its own name. */
    Path services(int count) throws IOException {
        var shelf = folder.resolve("services-" + count);
        for (int i = 0; i < count; i++) {
            var name = "copy-%02d".formatted(i);
            copy(SERVICES.resolve("bulky-waste"), shelf.resolve(name), name);
        }
        return shelf;
    }

    private static void copy(Path from, Path to, String name) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                var copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
        var service = to.resolve("service.json");
        Files.writeString(
                service, Files.readString(service).replace("\"bulky-waste\"", "\"" + name + "\""));
    }
}
