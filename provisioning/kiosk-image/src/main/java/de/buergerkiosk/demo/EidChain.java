package de.buergerkiosk.demo;

import de.buergerkiosk.eid.prove.AusweisAppStand;
import de.buergerkiosk.eid.simulated.CardTray;
import de.buergerkiosk.eid.simulated.TrayMirror;
import de.buergerkiosk.eid.simulated.VirtualReader;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** By which eID client citizens of the demonstration identify. */
public enum EidChain {
    /** Client and card in the kiosk's own process. */
    SIMULATION,
    /** The installed AusweisApp, with the virtual card behind pcscd and vpcd. */
    AUSWEISAPP;

    private static final Duration TRAY_POLL = Duration.ofMillis(50);

    /** What a chain keeps running beside the house. */
    interface Running extends AutoCloseable {
        @Override
        void close();
    }

    /** The word of the command line. */
    static Optional<EidChain> named(String word) {
        return List.of(values()).stream().filter(each -> each.word().equals(word)).findFirst();
    }

    String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The kiosk's settings for it, lines of the section identification. */
    String settings(Path tray, Path home, String trustAnchor) {
        return switch (this) {
            case SIMULATION ->
                    """
                      client: simulation
                      tray: "%s"
                    """
                            .formatted(tray);
            case AUSWEISAPP ->
                    """
                      client: ausweisapp
                      reader: "%s"
                      folder: "%s"
                      testAnchor: "%s"
                    """
                            .formatted(VirtualReader.NAME, home, trustAnchor);
        };
    }

    /**
     * Starts what it needs beside the house.
     *
     * @throws ChildProcess.NotStarted with what this computer lacks, and the cure
     */
    Running start(Path tray, Path home)
            throws IOException, InterruptedException, ChildProcess.NotStarted {
        return switch (this) {
            case SIMULATION -> () -> {};
            case AUSWEISAPP -> ausweisApp(tray, home);
        };
    }

    private static Running ausweisApp(Path tray, Path home)
            throws IOException, InterruptedException, ChildProcess.NotStarted {
        var daemon = SmartCardDaemon.startIfNeeded();
        var complete = false;
        try {
            var missing = AusweisAppStand.missing(home);
            if (missing.isPresent()) {
                throw new ChildProcess.NotStarted(
                        "--eid ausweisapp: "
                                + missing.get().what()
                                + ". Cure: "
                                + missing.get().cure());
            }
            var threads = Thread.ofVirtual().name("card").factory();
            var mirror =
                    TrayMirror.start(
                            new CardTray(tray, TRAY_POLL),
                            new VirtualReader(InstantSource.system(), new SecureRandom(), threads),
                            threads);
            complete = true;
            return () -> {
                mirror.close();
                daemon.close();
            };
        } finally {
            if (!complete) {
                daemon.close();
            }
        }
    }
}
