package de.buergerkiosk.central.database;

import de.buergerkiosk.central.CentreTrouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the embedded database lives: in {@code database} below the data folder. Where that lies in a
 * home that PostgreSQL's account cannot enter (root's), it lives below {@code /var/lib}, and the file
 * {@code elsewhere} remembers the folder.
 */
public final class DatabasePlace {
    private static final Path ELSEWHERE = Path.of("/var/lib/buergerkiosk/databases");
    private static final Logger LOG = LoggerFactory.getLogger(DatabasePlace.class);

    private DatabasePlace() {}

    /** Finds the place of this data folder, or chooses one. */
    public static Path of(Path data, SecureRandom chance)
            throws CentreTrouble, InterruptedException {
        var usual = data.resolve("database");
        var pointer = usual.resolve("elsewhere");
        try {
            if (Files.exists(pointer)) {
                return Path.of(Files.readString(pointer).strip());
            }
            Folders.makeOpen(usual);
            if (Files.exists(usual.resolve("cluster")) || ServerAccount.choose().enters(usual)) {
                return usual;
            }
            var bytes = new byte[8];
            chance.nextBytes(bytes);
            var place = ELSEWHERE.resolve(HexFormat.of().formatHex(bytes));
            Folders.makeOpen(place);
            Files.writeString(pointer, place.toString());
            LOG.info("{} cannot be entered without root; the database lives in {}", usual, place);
            return place;
        } catch (IOException e) {
            throw new CentreTrouble(
                    "CEN-DATA-UNREACHABLE",
                    "the folder "
                            + usual
                            + " cannot be used ("
                            + e
                            + "); choose another with --data, or mend its rights");
        }
    }
}
