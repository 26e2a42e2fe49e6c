package de.buergerkiosk.journey;

import de.buergerkiosk.contract.seal.OfficeKeys;
import de.buergerkiosk.contract.seal.OfficePrivateKey;
import de.buergerkiosk.eid.Environment;
import de.buergerkiosk.eid.simulated.CardTray;
import de.buergerkiosk.eid.simulated.ExampleCards;
import de.buergerkiosk.eid.simulated.SimulatedEid;
import de.buergerkiosk.eid.simulated.SimulationSettings;
import de.buergerkiosk.eid.simulated.TrayLook;
import de.buergerkiosk.forms.ServiceDefinition;
import de.buergerkiosk.forms.ServiceFolder;
import de.buergerkiosk.payment.paypage.PageSettings;
import de.buergerkiosk.payment.paypage.simulated.SimulatedPayPage;
import de.buergerkiosk.payment.zvt.ZvtSettings;
import de.buergerkiosk.payment.zvt.simulated.SimulatedTerminal;
import de.buergerkiosk.printer.escpos.EscPosSettings;
import de.buergerkiosk.printer.escpos.PrinterProfile;
import de.buergerkiosk.printer.escpos.simulated.SimulatedPrinter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/** All that a power cut at the kiosk leaves standing: devices, cards, offices, the disk. */
final class Town implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-23T11:00:00Z");
    static final InstantSource CLOCK = InstantSource.fixed(NOW);
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    static final OfficePrivateKey TRAFFIC = OfficeKeys.generate("traffic-office");
    static final OfficePrivateKey WASTE = OfficeKeys.generate("waste-service");
    static final OfficeKeys OFFICES =
            OfficeKeys.parse(OfficeKeys.json(List.of(TRAFFIC.open(), WASTE.open())));
    static final Path SERVICES =
            Path.of(System.getProperty("house.root", "..")).resolve("provisioning/services");
    static final List<ServiceDefinition> OFFERED =
            List.of(service("bulky-waste"), service("parking-permit"), service("holiday-camp"));

    /** Scaled down, so that a test of a time-out takes seconds, also on a busy machine. */
    private static final ZvtSettings.Patience QUICK =
            new ZvtSettings.Patience(
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(4),
                    Duration.ofSeconds(3),
                    Duration.ofSeconds(3),
                    Duration.ofMillis(40),
                    Duration.ofSeconds(3),
                    Duration.ofMinutes(15));

    private static final EscPosSettings.Timeouts PRINTER_QUICK =
            new EscPosSettings.Timeouts(
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(8));

    private static final AtomicInteger STARTS = new AtomicInteger();

    final Path folder;
    final CardTray tray;
    final SimulatedEid eid;
    final SimulatedTerminal terminal;
    final SimulatedPrinter printer;
    final SimulatedPayPage provider;

    /** The time of the devices; in a town that stands still their papers are always the same. */
    final InstantSource ticks;

    /** No two starts draw the same numbers; two towns that stand still do. */
    private final AtomicInteger starts;

    private Town(Path folder, InstantSource ticks, AtomicInteger starts) throws IOException {
        this.folder = folder;
        this.ticks = ticks;
        this.starts = starts;
        this.tray = new CardTray(folder.resolve("tray"), Duration.ofMillis(10));
        this.eid =
                new SimulatedEid(
                        new SimulationSettings(
                                Environment.DEMO,
                                Duration.ofMillis(1500),
                                Duration.ofMillis(1),
                                Duration.ofMinutes(5),
                                ZONE),
                        ExampleCards.shipped(),
                        tray,
                        CLOCK,
                        RandomGenerator.of("L64X128MixRandom"),
                        Thread.ofVirtual().factory());
        this.terminal =
                SimulatedTerminal.start(
                        SimulatedTerminal.Settings.quick(ticks)
                                .timeouts(Duration.ofSeconds(3), Duration.ofMillis(2500)));
        this.printer = SimulatedPrinter.start(SimulatedPrinter.Settings.local());
        this.provider = SimulatedPayPage.start(SimulatedPayPage.Settings.quick(ticks));
    }

    /** With the card of Erika, who lives in a parking zone, on the reader. */
    static Town in(Path folder) throws IOException {
        var town = new Town(folder, InstantSource.system(), STARTS);
        town.layCard();
        return town;
    }

    /** A town on a day that never passes, for texts that are compared. No card is on the reader. */
    static Town standingStill(Path folder) throws IOException {
        return new Town(folder, CLOCK, new AtomicInteger());
    }

    /** Numbers for one start of a kiosk. */
    Random chance() {
        return new Random(starts.incrementAndGet());
    }

    void layCard() {
        uninterrupted(() -> tray.put("erika"));
    }

    static ServiceDefinition service(String id) {
        return switch (ServiceFolder.load(SERVICES.resolve(id))) {
            case ServiceFolder.Loaded(var service) -> service;
            case ServiceFolder.Broken(var findings) ->
                    throw new IllegalStateException(id + " is broken: " + findings);
        };
    }

    static OfficePrivateKey officeOf(String service) {
        return service.equals("parking-permit") ? TRAFFIC : WASTE;
    }

    Path data() {
        return folder.resolve("kiosk");
    }

    ZvtSettings terminalSettings() {
        return ZvtSettings.unattended(
                        "127.0.0.1", terminal.port(), SimulatedTerminal.Settings.PASSWORD)
                .with(QUICK);
    }

    PageSettings pageSettings() {
        return new PageSettings(
                URI.create(provider.api()),
                "kiosk",
                "073140000000",
                PageSettings.Amounts.CENTS,
                new PageSettings.Access(
                        URI.create(provider.tokens()),
                        SimulatedPayPage.CLIENT,
                        SimulatedPayPage.SECRET),
                URI.create(provider.thanks()),
                ZONE,
                new PageSettings.Patience(
                        Duration.ofSeconds(2),
                        Duration.ofMillis(20),
                        Duration.ofSeconds(8),
                        Duration.ofMillis(400)));
    }

    EscPosSettings printerSettings() {
        return new EscPosSettings(
                "127.0.0.1", printer.port(), PrinterProfile.named("epson-tm-t20"), PRINTER_QUICK);
    }

    /** The citizen takes the card off the reader. */
    void takeCard() {
        uninterrupted(tray::remove);
    }

    void straighten() {
        uninterrupted(() -> tray.lay(true));
    }

    /** What the card remembers; -1 while nobody has tried a PIN with it. */
    int triesLeft(String card) {
        return switch (tray.look()) {
            case TrayLook.Seen(var content) -> content.triesLeft().getOrDefault(card, -1);
            case TrayLook.Unreadable(var observed) -> throw new IllegalStateException(observed);
        };
    }

    private static void uninterrupted(Callable<TrayLook> act) {
        try {
            act.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the terminal took, in cents. */
    List<Long> booked() {
        return terminal.bookings().stream().map(entry -> entry.amountCents()).toList();
    }

    List<String> papers() {
        return printer.papers().stream().map(paper -> paper.text()).toList();
    }

    @Override
    public void close() {
        eid.close();
        terminal.close();
        printer.close();
        provider.close();
    }
}
