package de.buergerkiosk.central.main;

import de.buergerkiosk.central.CentreTrouble;
import de.buergerkiosk.central.appointment.Agenda;
import de.buergerkiosk.central.offices.OfficeDirectory;
import de.buergerkiosk.contract.json.MalformedDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Function;

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
        return read(data, "offices.json", "CEN-OFFICES-MALFORMED", OfficeDirectory::parse);
    }

    /** What there are appointments for: {@code appointments.json}, which starts as an example. */
    static Agenda agenda(Path data) throws CentreTrouble {
        return read(data, "appointments.json", "CEN-APPOINTMENTS-MALFORMED", Agenda::parse);
    }

    private static <T> T read(Path data, String name, String code, Function<String, T> parsing)
            throws CentreTrouble {
        var file = data.resolve(name);
        try {
            Files.createDirectories(data);
            if (!Files.exists(file)) {
                Files.writeString(file, example(name));
            }
            return parsing.apply(Files.readString(file));
        } catch (MalformedDocument e) {
            throw new CentreTrouble(code, file + " " + e.getMessage());
        } catch (IOException e) {
            throw new CentreTrouble(
                    "CEN-DATA-UNREACHABLE",
                    file
                            + " cannot be read or written ("
                            + e
                            + "); choose another folder with --data, or mend its rights");
        }
    }

    private static String example(String name) throws IOException {
        try (var example =
                DataFolder.class.getResourceAsStream("/de/buergerkiosk/central/" + name)) {
            return new String(
                    Objects.requireNonNull(example).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
