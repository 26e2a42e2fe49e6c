package de.buergerkiosk.forms;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Finds the services of this repository. */
public final class House {
    private House() {}

    static Path root() {
        var given = System.getProperty("house.root");
        if (given != null && Files.isDirectory(Path.of(given, "kiosk-app"))) {
            return Path.of(given);
        }
        for (var folder = Path.of("").toAbsolutePath();
                folder != null;
                folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("kiosk-app"))) {
                return folder;
            }
        }
        throw new IllegalStateException("no folder above holds kiosk-app");
    }

    public static Path service(String slug) {
        return root().resolve("provisioning/services").resolve(slug);
    }

    static List<Path> services() throws IOException {
        try (var folders = Files.list(root().resolve("provisioning/services"))) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    static ServiceDefinition load(Path folder) {
        return switch (ServiceFolder.load(folder)) {
            case ServiceFolder.Loaded(var definition) -> definition;
            case ServiceFolder.Broken(var findings) -> throw new AssertionError(findings);
        };
    }
}
