package de.buergerkiosk.main;

import de.buergerkiosk.card.pcsc.CardWatch;
import de.buergerkiosk.care.CountingPrinter;
import de.buergerkiosk.courier.KioskKit;
import de.buergerkiosk.eid.simulated.CardTray;
import de.buergerkiosk.eid.simulated.ExampleCards;
import de.buergerkiosk.eid.simulated.SimulatedEid;
import de.buergerkiosk.eid.simulated.SimulationSettings;
import de.buergerkiosk.identity.IdentityFromCentre;
import de.buergerkiosk.journey.PaymentWay;
import de.buergerkiosk.journey.pay.OfferedPage;
import de.buergerkiosk.payment.paypage.PageSettings;
import de.buergerkiosk.payment.paypage.Pause;
import de.buergerkiosk.payment.paypage.XBezahldienstePage;
import de.buergerkiosk.payment.zvt.ZvtSettings;
import de.buergerkiosk.payment.zvt.ZvtTerminal;
import de.buergerkiosk.ports.eid.EidClient;
import de.buergerkiosk.ports.eid.EidService;
import de.buergerkiosk.ports.payment.PayPage;
import de.buergerkiosk.ports.payment.PaymentTerminal;
import de.buergerkiosk.ports.print.DocumentPrinter;
import de.buergerkiosk.ports.print.ReceiptPrinter;
import de.buergerkiosk.ports.scan.CodeScanner;
import de.buergerkiosk.printer.escpos.EscPosPrinter;
import de.buergerkiosk.printer.escpos.EscPosSettings;
import de.buergerkiosk.printer.escpos.PrinterProfile;
import de.buergerkiosk.scanner.LineScanner;
import de.buergerkiosk.store.Database;
import de.buergerkiosk.store.PartCounters;
import de.buergerkiosk.store.TerminalJournal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;

/** The driver shelf: the devices of this kiosk, as its settings name them. */
record Devices(
        EidClient eid,
        EidService eidService,
        Optional<CardWatch> readers,
        PaymentTerminal terminal,
        Optional<OfferedPage> page,
        ReceiptPrinter printer,
        Optional<DocumentPrinter> documents,
        Optional<CodeScanner> scanner,
        Recordings recordings) {

    /** In bytes. */
    private static final int SECRET_MAX = 4_096;

    /** Makes the drivers; a driver connects when it is needed. */
    static Devices connect(
            Settings settings,
            KioskKit kit,
            PrinterProfile profile,
            Optional<PageSettings> pageSettings,
            Database database,
            Surroundings around,
            Seams seams) {
        var recordings = new Recordings(settings.recordings(), around.clock());
        var terminal = terminal(settings, database, around, seams, recordings);
        var page =
                settings.payPage()
                        .flatMap(wanted ->
                                pageSettings.map(known ->
                                        new OfferedPage(
                                                page(known, database, around, seams),
                                                wanted.always())));
        var printer =
                new CountingPrinter(
                        seams.printer(printer(settings, profile, around, recordings)),
                        new PartCounters(database));
        var documents = settings.documents().<DocumentPrinter>map(PaperFolder::new);
        var scanner = scanner(settings, around, recordings);
        var identity = identity(settings, kit, around);
        return new Devices(
                identity.client(),
                identity.service(),
                EidClients.readers(settings.eid(), around),
                terminal,
                page,
                printer,
                documents,
                scanner,
                recordings);
    }

    private record Identity(EidClient client, EidService service) {}

    private static Identity identity(Settings settings, KioskKit kit, Surroundings around) {
        return switch (settings.eid()) {
            case Settings.Eid.None() -> {
                var none = new NoEid();
                yield new Identity(none, none);
            }
            case Settings.Eid.Simulation(var tray) ->
                    switch (settings.identityServer()) {
                        case SIMULATION -> {
                            // client and server are one, so it is not begun anew
                            var eid = simulated(tray, around);
                            yield new Identity(eid, eid);
                        }
                        case CENTRE ->
                                new Identity(
                                        new RenewedEid(() -> simulated(tray, around)),
                                        fromCentre(kit, around));
                    };
            case Settings.Eid.AusweisApp wanted ->
                    new Identity(
                            new RenewedEid(() -> EidClients.ausweisApp(wanted, around)),
                            fromCentre(kit, around));
            case Settings.Eid.Activation wanted ->
                    new Identity(
                            new RenewedEid(() -> EidClients.activation(wanted, around)),
                            fromCentre(kit, around));
        };
    }

    private static SimulatedEid simulated(Path tray, Surroundings around) {
        return new SimulatedEid(
                SimulationSettings.demo(),
                ExampleCards.shipped(),
                new CardTray(tray, Duration.ofMillis(100)),
                around.clock(),
                around.chance(),
                around.threads());
    }

    private static PaymentTerminal terminal(
            Settings settings,
            Database database,
            Surroundings around,
            Seams seams,
            Recordings recordings) {
        var payments = seams.payments(new TerminalJournal(database));
        return new ZvtTerminal(
                ZvtSettings.unattended(
                        settings.payment().host(),
                        settings.payment().port(),
                        settings.paymentPassword()),
                payments,
                around.clock(),
                recordings.of("terminal"));
    }

    private static ReceiptPrinter printer(
            Settings settings, PrinterProfile profile, Surroundings around, Recordings recordings) {
        return new EscPosPrinter(
                new EscPosSettings(
                        settings.printer().host(),
                        settings.printer().port(),
                        profile,
                        EscPosSettings.Timeouts.USUAL),
                around.clock(),
                recordings.of("printer"));
    }

    /** A serial port blocks in native code, so its thread is none of the virtual ones. */
    private static Optional<CodeScanner> scanner(
            Settings settings, Surroundings around, Recordings recordings) {
        var threads = Thread.ofPlatform().daemon().name("scanner-", 1).factory();
        return settings.scanner()
                .map(place ->
                        new LineScanner(place, around.clock(), recordings.of("scanner"), threads));
    }

    private static EidService fromCentre(KioskKit kit, Surroundings around) {
        return new IdentityFromCentre(
                kit.deviceDoor(), kit.tls(), Executors.newThreadPerTaskExecutor(around.threads()));
    }

    private static PayPage page(
            PageSettings settings, Database database, Surroundings around, Seams seams) {
        return new XBezahldienstePage(
                settings,
                seams.payments(new TerminalJournal(database, PaymentWay.PAGE)),
                around.clock(),
                Pause.REAL,
                Executors.newThreadPerTaskExecutor(around.threads()));
    }

    /** With the secret from its file, so it fails before anything is open. */
    static Optional<PageSettings> pageSettings(Settings settings) throws OutOfService {
        if (settings.payPage().isEmpty()) {
            return Optional.empty();
        }
        var page = settings.payPage().get();
        var usual = PageSettings.Patience.USUAL;
        return Optional.of(
                new PageSettings(
                        page.address(),
                        page.originator(),
                        page.endPoint(),
                        page.amounts(),
                        new PageSettings.Access(
                                page.tokens(), page.client(), secret(page.secretFile())),
                        page.returnTo(),
                        settings.kiosk().zone(),
                        new PageSettings.Patience(
                                usual.exchange(), usual.poll(), page.offered(), usual.findOut())));
    }

    private static String secret(Path file) throws OutOfService {
        try {
            var secret = Files.size(file) > SECRET_MAX ? "" : Files.readString(file).strip();
            if (!secret.isEmpty()) {
                return secret;
            }
        } catch (IOException e) {
            throw new OutOfService(
                    "PPG-SECRET", "payPage.secretFile: cannot read " + file + " as text", e);
        }
        throw new OutOfService(
                "PPG-SECRET", "payPage.secretFile: " + file + " holds no secret, or far too much");
    }

    /** Read from the program itself, so it fails before anything is open. */
    static PrinterProfile profile(Settings settings) throws OutOfService {
        try {
            return PrinterProfile.named(settings.printerProfile());
        } catch (IllegalArgumentException e) {
            throw new OutOfService("PRN-PROFILE", "printer.profile: " + e.getMessage(), e);
        }
    }

    /** All of them, each even when another refuses to close. */
    void close() {
        try (var all = new Opened()) {
            all.add(recordings::close);
            scanner.ifPresent(each -> all.add(each::close));
            documents.ifPresent(each -> all.add(each::close));
            all.add(printer::close);
            page.ifPresent(each -> all.add(each.page()::close));
            all.add(terminal::close);
            if (eidService instanceof IdentityFromCentre centre) {
                all.add(centre::close);
            }
            all.add(eid::close);
            readers.ifPresent(each -> all.add(each::close));
        }
    }
}
