package de.buergerkiosk.central.main;

import de.buergerkiosk.central.CentreTrouble;
import de.buergerkiosk.central.audit.AuditTrail;
import de.buergerkiosk.central.offices.OfficeDirectory;
import de.buergerkiosk.central.oidc.CityAccounts;
import de.buergerkiosk.central.oidc.FrontDesk;
import de.buergerkiosk.central.oidc.OidcSettings;
import de.buergerkiosk.central.people.PeopleBook;
import de.buergerkiosk.contract.json.MalformedDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/** Reads how people of the desk sign in with the city's accounts, where the city wants that. */
final class Accounts {
    private Accounts() {}

    static Optional<CityAccounts> of(
            CentreSettings settings,
            OfficeDirectory offices,
            PeopleBook own,
            AuditTrail audit,
            InstantSource clock)
            throws CentreTrouble {
        var usual = settings.data().resolve("desk").resolve("oidc.json");
        var file = settings.oidc().orElse(usual).toAbsolutePath().normalize();
        if (settings.oidc().isEmpty() && Files.notExists(usual)) {
            return Optional.empty();
        }
        var read = read(file);
        for (var each : read.offices().entrySet()) {
            if (!offices.knows(each.getValue())) {
                throw new CentreTrouble(
                        "CEN-OIDC-SETTINGS",
                        file
                                + " offices."
                                + each.getKey()
                                + " names the office "
                                + each.getValue()
                                + ", which offices.json does not know");
            }
        }
        var front = new FrontDesk(read, offices::knows, own, audit, clock);
        return Optional.of(new CityAccounts(front, secret(file, read)));
    }

    private static OidcSettings read(Path file) throws CentreTrouble {
        try {
            return OidcSettings.parse(Files.readAllBytes(file));
        } catch (MalformedDocument e) {
            throw new CentreTrouble("CEN-OIDC-SETTINGS", file + " " + e.getMessage());
        } catch (IOException e) {
            throw unreadable(file);
        }
    }

    private static String secret(Path file, OidcSettings settings) throws CentreTrouble {
        var place = file.resolveSibling(settings.secretFile());
        try {
            var secret = Files.readString(place).strip();
            if (secret.isEmpty() || secret.length() > 1000) {
                throw new CentreTrouble(
                        "CEN-OIDC-SETTINGS",
                        place + " holds no secret; write the client's secret into it");
            }
            return secret;
        } catch (IOException e) {
            throw unreadable(place);
        }
    }

    private static CentreTrouble unreadable(Path file) {
        return new CentreTrouble(
                "CEN-OIDC-SETTINGS",
                file
                        + " cannot be read; name the file with --oidc, mend its rights, or take"
                        + " desk/oidc.json away to log in with passwords only");
    }
}
