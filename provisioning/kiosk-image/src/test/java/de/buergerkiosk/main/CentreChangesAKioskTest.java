package de.buergerkiosk.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.agent.enrol.Enrolling;
import de.buergerkiosk.contract.fleet.EnrolmentCode;
import de.buergerkiosk.demo.ChildProcess;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A real centre, a machine that enrols, a real kiosk process, and the desk. */
class CentreChangesAKioskTest {
    private static final String KIOSK = "kiosk-7";

    @TempDir private Path folder;

    @Test
    void whatTheDeskSaysHoldsAtTheKioskAndWhatBreaksItIsGivenUp() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (var centre =
                ChildProcess.start(
                        "centre",
                        folder.resolve("centre.log"),
                        List.of(
                                "centre",
                                "--data",
                                folder.resolve("centre").toString(),
                                "--device-port",
                                "0",
                                "--enrol-port",
                                "0",
                                "--desk-port",
                                "0"))) {
            var ready = centre.ready(Duration.ofMinutes(2));
            var desk =
                    FleetDesk.of(
                            ready.path("deskUrl").asString(),
                            Path.of(ready.path("logins").asString()),
                            KIOSK);
            var config = enrolled(desk);
            try (var kiosk =
                    ChildProcess.start(
                            "kiosk",
                            folder.resolve("kiosk.log"),
                            List.of("run", "--headless", "--config", config.toString()))) {
                var first = desk.kiosk(each -> each.has("heartbeat"), kiosk::lastWords);
                assertEquals("own", first.at("/heartbeat/configuration/state").asString());

                desk.release(0, "{\"services\":[\"bulky-waste\"],\"languages\":[\"de\"]}");
                var good = desk.kiosk(CentreChangesAKioskTest::isGood, kiosk::lastWords);
                long version = good.at("/applied/version").asLong();
                assertEquals(version, good.at("/desired/version").asLong());

                // nothing is left to offer: the kiosk would stand there out of service
                desk.release(1, "{\"services\":[\"no-such-service\"]}");
                var fallen =
                        desk.kiosk(
                                each -> each.at("/applied/state").asString().equals("fallen-back"),
                                kiosk::lastWords);
                assertTrue(
                        fallen.at("/applied/detail").asString().contains("SRV-NONE"),
                        fallen.toString());

                desk.release(2, "{\"services\":[\"bulky-waste\"]}");
                desk.kiosk(
                        each -> isGood(each) && each.at("/applied/version").asLong() > version + 1,
                        kiosk::lastWords);
                assertTrue(kiosk.isAlive());
            }
        }
    }

    private static boolean isGood(JsonNode kiosk) {
        return kiosk.at("/applied/state").asString().equals("good");
    }

    private Path enrolled(FleetDesk desk) throws Exception {
        desk.send("PUT", "/kiosks/" + KIOSK, "{\"site\":\"main\",\"groups\":[]}");
        var minted = desk.send("POST", "/kiosks/" + KIOSK + "/enrolment", "");
        var done =
                new Enrolling(folder.resolve("kiosk"), InstantSource.system(), new SecureRandom())
                        .enrol(
                                URI.create(minted.path("centre").asString()),
                                EnrolmentCode.parse(minted.path("code").asString()).orElseThrow());
        var text =
                Files.readString(done.config())
                        .replace(
                                "kiosk:\n",
                                "kiosk:\n  services: \""
                                        + TrialCity.SERVICES.toAbsolutePath()
                                        + "\"\n");
        return Files.writeString(
                done.config(),
                text + "screen:\n  fullScreen: false\npayment:\n  port: 9\nprinter:\n  port: 9\n");
    }
}
