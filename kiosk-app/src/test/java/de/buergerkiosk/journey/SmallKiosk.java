package de.buergerkiosk.journey;

import de.buergerkiosk.contract.filing.Delivery;
import de.buergerkiosk.contract.filing.FilingContent;
import de.buergerkiosk.contract.seal.OfficeKeys;
import de.buergerkiosk.contract.seal.OfficePrivateKey;
import de.buergerkiosk.contract.seal.Seal;
import de.buergerkiosk.contract.seal.SealBroken;
import de.buergerkiosk.eid.simulated.CardTray;
import de.buergerkiosk.eid.simulated.ExampleCards;
import de.buergerkiosk.eid.simulated.SimulatedEid;
import de.buergerkiosk.eid.simulated.SimulationSettings;
import de.buergerkiosk.forms.ServiceDefinition;
import de.buergerkiosk.forms.ServiceFolder;
import de.buergerkiosk.journey.choose.Choosing;
import de.buergerkiosk.journey.form.Filling;
import de.buergerkiosk.journey.form.Submitting;
import de.buergerkiosk.journey.handover.Handover;
import de.buergerkiosk.journey.identify.Identifying;
import de.buergerkiosk.journey.pay.Paying;
import de.buergerkiosk.journey.pay.PaymentDesk;
import de.buergerkiosk.journey.print.Printing;
import de.buergerkiosk.page.Words;
import de.buergerkiosk.page.simulated.ScriptedCitizen;
import de.buergerkiosk.payment.zvt.ZvtSettings;
import de.buergerkiosk.payment.zvt.ZvtTerminal;
import de.buergerkiosk.payment.zvt.simulated.SimulatedTerminal;
import de.buergerkiosk.ports.WireTrace;
import de.buergerkiosk.printer.escpos.EscPosPrinter;
import de.buergerkiosk.printer.escpos.EscPosSettings;
import de.buergerkiosk.printer.escpos.PrinterProfile;
import de.buergerkiosk.printer.escpos.simulated.SimulatedPrinter;
import de.buergerkiosk.store.Database;
import de.buergerkiosk.store.FilingOutbox;
import de.buergerkiosk.store.TerminalJournal;
import de.buergerkiosk.store.VisitJournal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * One kiosk on a day that never passes: production drivers in front of simulated devices on real
 * sockets, a real file, the services of the house. Numbers come from a seed, so two runs are alike.
 */
final class SmallKiosk implements AutoCloseable {
    static final Instant NOON = Instant.parse("2026-11-23T11:00:00Z");
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final InstantSource CLOCK = InstantSource.fixed(NOON);
    private static final Map<String, OfficePrivateKey> OFFICES =
            Map.of(
                    "traffic-office", OfficeKeys.generate("traffic-office"),
                    "waste-service", OfficeKeys.generate("waste-service"));

    final SimulatedTerminal terminal;
    final SimulatedPrinter printer;
    private final Database database;
    private final FilingOutbox outbox;
    private final VisitJournal journal;
    private final CardTray tray;
    private final SimulatedEid eid;
    private final ZvtTerminal payment;
    private final EscPosPrinter paper;

    SmallKiosk(Path folder) throws IOException {
        terminal = SimulatedTerminal.start(SimulatedTerminal.Settings.quick(CLOCK));
        printer = SimulatedPrinter.start(SimulatedPrinter.Settings.local());
        database = Database.open(folder.resolve("data"), CLOCK);
        outbox = new FilingOutbox(database, CLOCK);
        journal = new VisitJournal(database, CLOCK, "kiosk-demo");
        tray = new CardTray(folder.resolve("tray"), Duration.ofMillis(10));
        eid =
                new SimulatedEid(
                        SimulationSettings.demo(),
                        ExampleCards.shipped(),
                        tray,
                        CLOCK,
                        new Random(3),
                        Thread.ofVirtual().factory());
        payment =
                new ZvtTerminal(
                        ZvtSettings.unattended("127.0.0.1", terminal.port(), "123456"),
                        new TerminalJournal(database),
                        CLOCK,
                        WireTrace.NONE);
        paper =
                new EscPosPrinter(
                        new EscPosSettings(
                                "127.0.0.1",
                                printer.port(),
                                PrinterProfile.named("epson-tm-t20"),
                                EscPosSettings.Timeouts.USUAL),
                        CLOCK,
                        WireTrace.NONE);
    }

    /** Receives the citizen; what was on the screen is in the onlooker. */
    Onlooker receive(ScriptedCitizen citizen) throws InterruptedException {
        var onlooker = new Onlooker(citizen, tray);
        var counter = new Counter(onlooker, Words.load(List.of("de", "en")));
        Supplier<LocalDate> today = () -> LocalDate.ofInstant(NOON, ZONE);
        var keys =
                OfficeKeys.parse(
                        OfficeKeys.json(
                                OFFICES.values().stream().map(OfficePrivateKey::open).toList()));
        var story =
                new Story(
                        new Choosing(counter, new Catalogue(services()), today),
                        new Identifying(counter, eid, eid, today),
                        new Filling(counter, today),
                        new Submitting(journal, keys, CLOCK, new Random(1)),
                        new PaymentDesk(journal),
                        new Paying(counter, payment, journal),
                        new Printing(counter, paper, Optional.empty(), journal, CLOCK, ZONE),
                        new Handover(counter, eid, journal));
        var ending = new Journey(story, journal, CLOCK, new Random(2)).receiveOne();
        if (ending != Turn.Ending.DONE) {
            throw new AssertionError(
                    "the visit ended with " + ending + " after\n" + onlooker.pages());
        }
        return onlooker;
    }

    /** What the kiosk would send next, opened with the key that only the office has. */
    FilingContent nextFiling() throws SealBroken {
        var delivery = Delivery.parse(outbox.due(NOON).orElseThrow().body());
        return Seal.open(
                delivery.sealed(),
                delivery.id(),
                Objects.requireNonNull(OFFICES.get(delivery.office())));
    }

    private static List<ServiceDefinition> services() {
        var folder =
                Path.of(System.getProperty("house.root", "..")).resolve("provisioning/services");
        return Stream.of("bulky-waste", "parking-permit")
                .map(name -> ServiceFolder.load(folder.resolve(name)))
                .map(loaded ->
                        switch (loaded) {
                            case ServiceFolder.Loaded(var service) -> service;
                            case ServiceFolder.Broken(var findings) ->
                                    throw new AssertionError(findings.toString());
                        })
                .toList();
    }

    @Override
    public void close() throws IOException {
        paper.close();
        payment.close();
        eid.close();
        database.close();
        printer.close();
        terminal.close();
    }
}
