package de.buergerkiosk.care;

import de.buergerkiosk.care.StaffMode.Books;
import de.buergerkiosk.care.StaffMode.Nature;
import de.buergerkiosk.eid.Environment;
import de.buergerkiosk.eid.simulated.CardTray;
import de.buergerkiosk.eid.simulated.ExampleCards;
import de.buergerkiosk.eid.simulated.SimulatedEid;
import de.buergerkiosk.eid.simulated.SimulationSettings;
import de.buergerkiosk.journey.Counter;
import de.buergerkiosk.page.Words;
import de.buergerkiosk.payment.zvt.ZvtSettings;
import de.buergerkiosk.payment.zvt.ZvtTerminal;
import de.buergerkiosk.payment.zvt.simulated.SimulatedTerminal;
import de.buergerkiosk.ports.DeviceState;
import de.buergerkiosk.ports.WireTrace;
import de.buergerkiosk.ports.eid.EidClient;
import de.buergerkiosk.ports.payment.PaymentOrder;
import de.buergerkiosk.ports.payment.PaymentTerminal;
import de.buergerkiosk.ports.payment.PaymentWatch;
import de.buergerkiosk.ports.print.ReceiptPrinter;
import de.buergerkiosk.printer.escpos.EscPosPrinter;
import de.buergerkiosk.printer.escpos.EscPosSettings;
import de.buergerkiosk.printer.escpos.PrinterProfile;
import de.buergerkiosk.printer.escpos.simulated.PrinterFault;
import de.buergerkiosk.printer.escpos.simulated.SimulatedPrinter;
import de.buergerkiosk.store.Database;
import de.buergerkiosk.store.Incidents;
import de.buergerkiosk.store.PartCounters;
import de.buergerkiosk.store.StaffLog;
import de.buergerkiosk.store.StaffNotes;
import de.buergerkiosk.store.StaffTries;
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
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.random.RandomGenerator;

/** Staff mode with the real file and the production drivers, before simulated devices. */
final class Workshop implements AutoCloseable {
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    static final Instant NOON = Instant.parse("2026-11-30T11:00:00Z");
    static final String CODE = "1234";
    static final String PIN = "908172";
    static final String CARETAKER = "5678";

    /** As quick as a hash may be. */
    private static final PinHash HASH =
            PinHash.of(PIN.toCharArray(), 100_000, RandomGenerator.of("L64X128MixRandom"));

    static final Roster ROSTER =
            new Roster(
                    List.of(
                            person(CODE, StaffMember.Role.TECHNICIAN, "2027-12-31"),
                            person(CARETAKER, StaffMember.Role.CARETAKER, "2027-12-31"),
                            person("9999", StaffMember.Role.TECHNICIAN, "2026-11-29")));

    final SimulatedPrinter printer;
    final SimulatedTerminal terminal;
    final CardTray tray;
    final Hands hands = new Hands();
    final Database database;
    final OutOfOrder outOfOrder;
    final StaffLog log;
    final PartCounters counters;
    final StaffMode mode;
    final ZvtTerminal payments;
    private final EscPosPrinter printing;
    private final SimulatedEid eid;
    private final boolean shared;
    Instant now = NOON;
    int reopened;
    int restarted;
    DeviceState centre = new DeviceState.Ready();

    private static StaffMember person(String code, StaffMember.Role role, String until) {
        return new StaffMember(code, role, LocalDate.parse(until), HASH, "Kim Beispiel");
    }

    Workshop(Path folder, PrinterFault... faults) throws IOException {
        this(folder, Optional.empty(), faults);
    }

    /** Another till at a terminal, reached at that port. */
    record Till(SimulatedTerminal terminal, int port) {}

    Workshop(Path folder, Till till) throws IOException {
        this(folder, Optional.of(till));
    }

    private Workshop(Path folder, Optional<Till> till, PrinterFault... faults) throws IOException {
        InstantSource clock = () -> now;
        shared = till.isPresent();
        printer = SimulatedPrinter.start(SimulatedPrinter.Settings.local(faults));
        terminal =
                till.isPresent()
                        ? till.get().terminal()
                        : SimulatedTerminal.start(SimulatedTerminal.Settings.quick(clock));
        tray = new CardTray(folder.resolve("tray"), Duration.ofMillis(10));
        eid = eid(tray, clock);
        database = Database.open(folder.resolve("kiosk"), clock);
        log = new StaffLog(database, clock);
        counters = new PartCounters(database);
        var notes = new StaffNotes(database);
        outOfOrder = new OutOfOrder(notes);
        payments =
                new ZvtTerminal(
                        ZvtSettings.unattended(
                                        "127.0.0.1",
                                        till.map(Till::port).orElse(terminal.port()),
                                        SimulatedTerminal.Settings.PASSWORD)
                                .with(patience()),
                        new TerminalJournal(database),
                        clock,
                        WireTrace.NONE);
        printing =
                new EscPosPrinter(
                        new EscPosSettings(
                                "127.0.0.1",
                                printer.port(),
                                PrinterProfile.named("epson-tm-t20"),
                                new EscPosSettings.Timeouts(
                                        Duration.ofSeconds(5),
                                        Duration.ofSeconds(5),
                                        Duration.ofSeconds(5),
                                        Duration.ofSeconds(20))),
                        InstantSource.system(),
                        WireTrace.NONE);
        var books =
                new Books(
                        log,
                        new StaffTries(database),
                        notes,
                        counters,
                        outOfOrder,
                        new VisitJournal(database, clock, "kiosk-demo"));
        mode =
                new StaffMode(
                        new Counter(hands, Words.load(List.of("de", "en"))),
                        ROSTER,
                        books,
                        instruments(),
                        new Nature(clock, ZONE, new Random(7), this::pause));
    }

    private static SimulatedEid eid(CardTray tray, InstantSource clock) {
        return new SimulatedEid(
                new SimulationSettings(
                        Environment.DEMO,
                        Duration.ofMillis(400),
                        Duration.ofMillis(1),
                        Duration.ofMinutes(5),
                        ZONE),
                ExampleCards.shipped(),
                tray,
                clock,
                new Random(1),
                Thread.ofVirtual().factory());
    }

    private static ZvtSettings.Patience patience() {
        return new ZvtSettings.Patience(
                Duration.ofSeconds(5),
                Duration.ofSeconds(2),
                Duration.ofSeconds(4),
                Duration.ofSeconds(3),
                Duration.ofSeconds(3),
                Duration.ofMillis(40),
                Duration.ofSeconds(3),
                Duration.ofMinutes(15));
    }

    private void pause(Duration time) {
        now = now.plus(time);
    }

    private Instruments instruments() {
        var counted = new CountingPrinter(printing, counters);
        return new Instruments() {
            @Override
            public ReceiptPrinter printer() {
                return counted;
            }

            @Override
            public PaymentTerminal terminal() {
                return payments;
            }

            @Override
            public Optional<EidClient> reader() {
                return Optional.of(eid);
            }

            @Override
            public void restartReader() {
                restarted++;
            }

            @Override
            public DeviceState centre() {
                return centre;
            }

            @Override
            public Optional<Runnable> reopen() {
                return Optional.of(() -> reopened++);
            }

            @Override
            public Facts facts() {
                return new Facts(
                        2, Duration.ofMinutes(7), true, 52_000, OptionalLong.of(61), 12, "0.1.0");
            }
        };
    }

    /** Presses "for staff" and does what the hands are told. */
    void approach() throws InterruptedException {
        mode.attend();
    }

    /** Comes in, presses the tiles one after the other, and goes. */
    void attend(String... tasks) throws InterruptedException {
        hands.comeIn(CODE, PIN, tasks);
        mode.attend();
    }

    void pay(String reference, long cents) throws InterruptedException {
        var _ = payments.pay(new PaymentOrder(reference, cents), PaymentWatch.NONE);
    }

    /** At another terminal than the own one. */
    void payAt(int port, String reference, long cents) throws InterruptedException {
        var other =
                new ZvtTerminal(
                        ZvtSettings.unattended(
                                        "127.0.0.1", port, SimulatedTerminal.Settings.PASSWORD)
                                .with(patience()),
                        new TerminalJournal(database),
                        () -> now,
                        WireTrace.NONE);
        var _ = other.pay(new PaymentOrder(reference, cents), PaymentWatch.NONE);
    }

    /** The staff log, oldest first. */
    List<String> logged() {
        return log.latest(100).reversed().stream()
                .map(entry -> (entry.staff() + " " + entry.event() + " " + entry.detail()).strip())
                .toList();
    }

    List<String> incidents() {
        return new Incidents(database).all().stream().map(Incidents.Incident::code).toList();
    }

    List<String> papers() {
        return printer.papers().stream().map(paper -> paper.text()).toList();
    }

    @Override
    public void close() {
        payments.close();
        printing.close();
        eid.close();
        database.close();
        if (!shared) {
            terminal.close();
        }
        printer.close();
    }
}
