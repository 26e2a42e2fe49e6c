package de.buergerkiosk.central.main;

import de.buergerkiosk.central.CentreTrouble;
import de.buergerkiosk.central.offices.OfficeDirectory;
import de.buergerkiosk.contract.json.MalformedDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** The centre's data folder and what an admin may edit in it. */
final class DataFolder {
    private DataFolder() {}

    /** Where a centre keeps its data when nobody says otherwise. */
    static Path usual() {
        return "root".equals(System.getProperty("user.name"))
                ? Path.of("/var/lib/buergerkiosk/centre")
                : Path.of(System.getProperty("user.home"), ".local/share/buergerkiosk/centre");
    }

    /** The offices of {@code offices.json}, which starts as an example. */
    static OfficeDirectory offices(Path data) throws CentreTrouble {
        var file = data.resolve("offices.json");
        try {
            Files.createDirectories(data);
            if (!Files.exists(file)) {
                Files.writeString(file, example());
            }
            return OfficeDirectory.parse(Files.readString(file));
        } catch (MalformedDocument e) {
            throw new CentreTrouble("CEN-OFFICES-MALFORMED", file + " " + e.getMessage());
        } catch (IOException e) {
            throw new CentreTrouble(
                    "CEN-DATA-UNREACHABLE",
                    file
                            + " cannot be read or written ("
                            + e
                            + "); choose another folder with --data, or mend its rights");
        }
    }

    private static String example() throws IOException {
        try (var example =
                DataFolder.class.getResourceAsStream("/de/buergerkiosk/central/offices.json")) {
            return new String(
                    Objects.requireNonNull(example).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
