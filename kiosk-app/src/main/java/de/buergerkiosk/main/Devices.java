package de.buergerkiosk.main;

import de.buergerkiosk.courier.KioskKit;
import de.buergerkiosk.eid.simulated.CardTray;
import de.buergerkiosk.eid.simulated.ExampleCards;
import de.buergerkiosk.eid.simulated.SimulatedEid;
import de.buergerkiosk.eid.simulated.SimulationSettings;
import de.buergerkiosk.identity.IdentityFromCentre;
import de.buergerkiosk.payment.zvt.ZvtSettings;
import de.buergerkiosk.payment.zvt.ZvtTerminal;
import de.buergerkiosk.ports.WireTrace;
import de.buergerkiosk.ports.eid.EidClient;
import de.buergerkiosk.ports.eid.EidService;
import de.buergerkiosk.ports.payment.PaymentTerminal;
import de.buergerkiosk.ports.print.DocumentPrinter;
import de.buergerkiosk.ports.print.ReceiptPrinter;
import de.buergerkiosk.printer.escpos.EscPosPrinter;
import de.buergerkiosk.printer.escpos.EscPosSettings;
import de.buergerkiosk.printer.escpos.PrinterProfile;
import de.buergerkiosk.store.Database;
import de.buergerkiosk.store.TerminalJournal;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;

/** The driver shelf: the devices of this kiosk, as its settings name them. */
record Devices(
        EidClient eid,
        EidService eidService,
        PaymentTerminal terminal,
        ReceiptPrinter printer,
        Optional<DocumentPrinter> documents) {

    /** Makes the drivers; a driver connects when it is needed. */
    static Devices connect(
            Settings settings,
            KioskKit kit,
            PrinterProfile profile,
            Database database,
            Surroundings around,
            Seams seams) {
        var payments = seams.payments(new TerminalJournal(database));
        var terminal =
                new ZvtTerminal(
                        ZvtSettings.unattended(
                                settings.payment().host(),
                                settings.payment().port(),
                                settings.paymentPassword()),
                        payments,
                        around.clock(),
                        WireTrace.NONE);
        var printer =
                new EscPosPrinter(
                        new EscPosSettings(
                                settings.printer().host(),
                                settings.printer().port(),
                                profile,
                                EscPosSettings.Timeouts.USUAL),
                        around.clock(),
                        WireTrace.NONE);
        var documents = settings.documents().<DocumentPrinter>map(PaperFolder::new);
        return switch (settings.eid()) {
            case Settings.Eid.None() -> {
                var none = new NoEid();
                yield new Devices(none, none, terminal, seams.printer(printer), documents);
            }
            case Settings.Eid.Simulation(var tray) -> {
                var eid =
                        new SimulatedEid(
                                SimulationSettings.demo(),
                                ExampleCards.shipped(),
                                new CardTray(tray, Duration.ofMillis(100)),
                                around.clock(),
                                around.chance(),
                                around.threads());
                EidService service =
                        switch (settings.identityServer()) {
                            case SIMULATION -> eid;
                            case CENTRE -> fromCentre(kit, around);
                        };
                yield new Devices(eid, service, terminal, seams.printer(printer), documents);
            }
            case Settings.Eid.AusweisApp wanted ->
                    new Devices(
                            EidClients.ausweisApp(wanted, around),
                            fromCentre(kit, around),
                            terminal,
                            seams.printer(printer),
                            documents);
            case Settings.Eid.Activation wanted ->
                    new Devices(
                            EidClients.activation(wanted, around),
                            fromCentre(kit, around),
                            terminal,
                            seams.printer(printer),
                            documents);
        };
    }

    private static EidService fromCentre(KioskKit kit, Surroundings around) {
        return new IdentityFromCentre(
                kit.deviceDoor(),
                kit.tls(),
                Executors.newThreadPerTaskExecutor(around.threads()));
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
            documents.ifPresent(each -> all.add(each::close));
            all.add(printer::close);
            all.add(terminal::close);
            if (eidService instanceof IdentityFromCentre centre) {
                all.add(centre::close);
            }
            all.add(eid::close);
        }
    }
}
