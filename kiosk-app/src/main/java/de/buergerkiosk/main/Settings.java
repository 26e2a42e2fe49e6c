package de.buergerkiosk.main;

import de.buergerkiosk.care.Roster;
import de.buergerkiosk.journey.choose.OpeningHours;
import de.buergerkiosk.page.Idle;
import de.buergerkiosk.payment.paypage.PageSettings;
import de.buergerkiosk.scanner.ScannerSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Configuration of one kiosk, checked. Defaults and comments: {@code main/kiosk.yaml}. */
public record Settings(
        Kiosk kiosk,
        ScreenSettings screen,
        Path kit,
        Address payment,
        String paymentPassword,
        int settleAttempts,
        boolean issueFirst,
        Optional<PayPage> payPage,
        Optional<Closing> closing,
        Address printer,
        String printerProfile,
        Optional<Path> documents,
        Optional<ScannerSettings> scanner,
        Optional<Path> recordings,
        Eid eid,
        IdentityServer identityServer,
        OpeningHours openingHours,
        Roster staff) {

    /** Which eID client identifies citizens. */
    public sealed interface Eid {
        /** None: services that need identification are not offered. */
        record None() implements Eid {}

        /** Example persons on a simulated card in the tray folder; demo only. */
        record Simulation(Path tray) implements Eid {}

        /**
         * AusweisApp by its SDK, with every page on the kiosk's own screen.
         *
         * @param program the executable; empty to look for it in the usual places
         * @param folder home of the AusweisApp that the kiosk starts and looks after
         * @param endpoint of one that somebody else looks after; then none is started
         * @param reader the citizen's reader; empty for any
         * @param testAnchor CVCA certificate of a test system as hex; demo only
         */
        record AusweisApp(
                Optional<Path> program,
                Path folder,
                Optional<URI> endpoint,
                Optional<String> reader,
                Optional<String> testAnchor)
                implements Eid {}

        /** An installed eID client with windows of its own, Open eCard for example. */
        record Activation(URI endpoint, Optional<String> reader) implements Eid {}
    }

    /** Who opens identifications and delivers identities. */
    public enum IdentityServer {
        /** The centre, with its eID server. */
        CENTRE,
        /** The simulated client itself; demo only. */
        SIMULATION
    }

    /**
     * Where the kiosk keeps its file, and what it offers.
     *
     * @param offer the services on offer, in the order of their tiles; empty: all
     * @param venue where it stands, as the centre's {@code appointments.json} names it; empty: it
     *     offers neither appointments nor waiting numbers
     */
    public record Kiosk(
            Path data,
            Path services,
            List<String> offer,
            Optional<String> venue,
            boolean demo,
            List<String> languages,
            ZoneId zone) {
        public Kiosk {
            offer = List.copyOf(offer);
            languages = List.copyOf(languages);
        }
    }

    /** Window and patience. */
    public record ScreenSettings(
            boolean fullScreen, int width, int height, Optional<Corner> corner, Idle idle) {}

    /** Where a plain window has its upper left corner, in pixels; else the desktop decides. */
    public record Corner(int left, int top) {}

    /**
     * The city's payment page.
     *
     * @param secretFile holds the secret of the client and nothing else
     * @param always offered beside the card from the start; else only when the card did not work
     */
    public record PayPage(
            URI address,
            URI tokens,
            String client,
            Path secretFile,
            String originator,
            String endPoint,
            PageSettings.Amounts amounts,
            URI returnTo,
            Duration offered,
            boolean always) {}

    /**
     * When the terminal's day is closed.
     *
     * @param later at most so long after that time
     */
    public record Closing(LocalTime at, Duration later) {}

    /** A device in the network. */
    public record Address(String host, int port) {}
}
