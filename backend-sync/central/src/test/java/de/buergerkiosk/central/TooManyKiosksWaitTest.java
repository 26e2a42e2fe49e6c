package de.buergerkiosk.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.central.main.Centre;
import de.buergerkiosk.central.rollout.Desired;
import de.buergerkiosk.central.rollout.Desires;
import de.buergerkiosk.courier.KioskKit;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Above the cap the door says when to come back, and goes on answering everybody. */
class TooManyKiosksWaitTest {
    private static final int SEATS = 20;
    private static final int KIOSKS = 400;

    @Test
    void thoseAboveTheCapAreSentAwayAndTheDoorIsNeverDeaf() throws Exception {
        var settings = RunningCentre.settings(RunningCentre.folder(), Optional.empty());
        try (var ready =
                        Centre.start(
                                settings,
                                Map.of("KIOSK_WAITERS_MAX", "" + SEATS),
                                InstantSource.system(),
                                new SecureRandom());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var kit = KioskKit.read(ready.device().orElseThrow().kit());
            try (var client = HttpClient.newBuilder().sslContext(kit.tls()).build()) {
                var asked = new ArrayList<Future<Integer>>();
                for (int i = 0; i < KIOSKS; i++) {
                    asked.add(threads.submit(status(client, kit, "/v1/desired?wait=20")));
                }
                var venues = status(client, kit, "/v1/venues").call();
                assertEquals(200, venues, "somebody else is served meanwhile");

                int away = 0;
                int waited = 0;
                for (var each : asked) {
                    var status = each.get();
                    away += status == 503 ? 1 : 0;
                    waited += status == 204 ? 1 : 0;
                }

                assertEquals(KIOSKS, away + waited);
                assertEquals(SEATS, waited);
            }
        }
    }

    private static Callable<Integer> status(HttpClient client, KioskKit kit, String path) {
        return () -> {
            var answer =
                    client.send(
                            HttpRequest.newBuilder(URI.create(kit.deviceDoor() + path))
                                    .timeout(Duration.ofSeconds(60))
                                    .build(),
                            BodyHandlers.ofString());
            if (answer.statusCode() == 503) {
                var pause = answer.headers().firstValueAsLong("Retry-After").orElse(0);
                assertTrue(pause >= 5 && pause <= 30, "Retry-After " + pause);
            }
            return answer.statusCode();
        };
    }

    @Test
    void changeBetweenLookAndWaitIsNotMissed() throws Exception {
        for (int i = 0; i < 200; i++) {
            var desires = new Desires(10);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var waiting =
                        threads.submit(() -> desires.await("kiosk-1", 0, Duration.ofSeconds(20)));
                desires.learn(List.of(new Desired("kiosk-1", 1, "d", 1, 1)));
                assertInstanceOf(Desires.Answer.Newer.class, waiting.get());
            }
        }
    }

    @Test
    void closingDoorSendsEverybodyAway() throws Exception {
        var desires = new Desires(10);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = threads.submit(() -> desires.await("kiosk-1", 0, Duration.ofSeconds(60)));
            Thread.sleep(50);
            desires.close();
            assertInstanceOf(Desires.Answer.Full.class, waiting.get());
        }
        assertInstanceOf(
                Desires.Answer.Full.class, desires.await("kiosk-2", 0, Duration.ofSeconds(60)));
    }
}
