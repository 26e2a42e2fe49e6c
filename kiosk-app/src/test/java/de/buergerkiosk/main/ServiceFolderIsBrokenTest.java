package de.buergerkiosk.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.forms.ServiceDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broken service is left out; the rest is offered; none at all is out of service. */
class ServiceFolderIsBrokenTest {
    private static final Path SHIPPED =
            Path.of(System.getProperty("house.root", "..")).resolve("provisioning/services");
    private static final Set<String> OFFICES = Set.of("traffic-office", "waste-service");
    private static final Settings.Eid NOBODY = new Settings.Eid.None();

    @TempDir private Path shelf;
    private Settings.Eid somebody = NOBODY;

    @BeforeEach
    void fill() throws IOException {
        somebody = new Settings.Eid.Simulation(shelf.resolve("tray"));
        try (var files = Files.walk(SHIPPED)) {
            for (var file : files.toList()) {
                var copy = shelf.resolve(SHIPPED.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
    }

    private List<String> offered(Settings.Eid eid, Set<String> offices) throws OutOfService {
        return Shelf.read(shelf, eid, offices).services().stream()
                .map(ServiceDefinition::id)
                .toList();
    }

    @Test
    void bothAreOfferedInTheOrderOfTheirFolders() throws Exception {
        assertEquals(List.of("bulky-waste", "parking-permit"), offered(somebody, OFFICES));
    }

    @Test
    void theBrokenOneIsLeftOut() throws Exception {
        Files.writeString(shelf.resolve("bulky-waste/fees.json"), "{ not json");
        assertEquals(List.of("parking-permit"), offered(somebody, OFFICES));
    }

    @Test
    void withoutIdentificationTheServiceThatNeedsItIsLeftOut() throws Exception {
        assertEquals(List.of("bulky-waste"), offered(NOBODY, OFFICES));
    }

    @Test
    void withoutAnOfficeToSealForTheServiceIsLeftOut() throws Exception {
        assertEquals(List.of("parking-permit"), offered(somebody, Set.of("traffic-office")));
    }

    @Test
    void withNoneLeftTheKioskIsOutOfServiceAndSaysTheCure() {
        var out = assertThrows(OutOfService.class, () -> offered(somebody, Set.of()));
        assertEquals("SRV-NONE", out.code());
        assertTrue(String.valueOf(out.getMessage()).contains("./kiosk service check"));
    }

    @Test
    void aFolderThatIsNotThereIsOutOfServiceWithTheField() {
        var out =
                assertThrows(
                        OutOfService.class,
                        () -> Shelf.read(shelf.resolve("nowhere"), somebody, OFFICES));
        assertEquals("SRV-NONE", out.code());
        assertTrue(String.valueOf(out.getMessage()).startsWith("kiosk.services: cannot read"));
    }
}
