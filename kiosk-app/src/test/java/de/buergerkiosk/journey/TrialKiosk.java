package de.buergerkiosk.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.buergerkiosk.contract.filing.Delivery;
import de.buergerkiosk.contract.filing.FilingContent;
import de.buergerkiosk.contract.seal.OfficePrivateKey;
import de.buergerkiosk.contract.seal.Seal;
import de.buergerkiosk.contract.seal.SealBroken;
import de.buergerkiosk.journey.choose.Choosing;
import de.buergerkiosk.journey.choose.Reception;
import de.buergerkiosk.journey.form.Filling;
import de.buergerkiosk.journey.form.Submitting;
import de.buergerkiosk.journey.handover.Handover;
import de.buergerkiosk.journey.identify.Identifying;
import de.buergerkiosk.journey.pay.CardPauses;
import de.buergerkiosk.journey.pay.IssueFirst;
import de.buergerkiosk.journey.pay.OfferedPage;
import de.buergerkiosk.journey.pay.Paying;
import de.buergerkiosk.journey.pay.PaymentDesk;
import de.buergerkiosk.journey.pay.Settling;
import de.buergerkiosk.journey.pay.Tills;
import de.buergerkiosk.journey.print.DocumentPaper;
import de.buergerkiosk.journey.print.OwedReceipts;
import de.buergerkiosk.journey.print.Printing;
import de.buergerkiosk.page.Words;
import de.buergerkiosk.page.simulated.ScriptedCitizen;
import de.buergerkiosk.page.simulated.ScriptedCitizen.Errand;
import de.buergerkiosk.payment.paypage.XBezahldienstePage;
import de.buergerkiosk.payment.zvt.ZvtTerminal;
import de.buergerkiosk.ports.WireTrace;
import de.buergerkiosk.ports.eid.EidClient;
import de.buergerkiosk.ports.eid.EidService;
import de.buergerkiosk.ports.payment.PaymentJournal;
import de.buergerkiosk.ports.print.DocumentPrinter;
import de.buergerkiosk.printer.escpos.EscPosPrinter;
import de.buergerkiosk.store.Accounts;
import de.buergerkiosk.store.Accounts.Account;
import de.buergerkiosk.store.Database;
import de.buergerkiosk.store.FilingOutbox;
import de.buergerkiosk.store.Incidents;
import de.buergerkiosk.store.JournalLines;
import de.buergerkiosk.store.TerminalJournal;
import de.buergerkiosk.store.VisitJournal;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * One process of a kiosk in a {@link Town}: real file, real services, production drivers, and a
 * citizen. No centre: what is released waits in the outbox.
 */
final class TrialKiosk implements AutoCloseable {
    static final Errand PARKING = parking("de");
    static final int SETTLE_ATTEMPTS = 3;
    static final int PRINT_ATTEMPTS = 3;
    static final int READY_ATTEMPTS = 4;

    final ScriptedCitizen citizen;
    final WatchedScreen screen;
    final Database database;
    final Settling settling;
    final Journal journal;
    private final Optional<TrialVenue> venue;
    final List<Duration> pauses = new ArrayList<>();
    private Runnable whilePausing = () -> {};
    private final Journey journey;
    private final ZvtTerminal terminal;
    private final EscPosPrinter printer;
    private final XBezahldienstePage page;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    static Errand parking(String language) {
        return new Errand(
                "parking-permit", Map.of("vehicle.plate", "LU-AB 123"), "123456", language);
    }

    /** Bulky waste; kind is {@code free} or {@code express}. */
    static Errand bulky(String kind) {
        return new Errand(
                "bulky-waste",
                Map.of(
                        "items.sofa", "1",
                        "pickup.street", "Bismarckstraße",
                        "pickup.houseNumber", "21",
                        "pickup.zipCode", "67059",
                        "pickup.kind", kind,
                        "pickup.freeUsed", "false",
                        "contact.name", "Erika Mustermann"),
                "",
                "de");
    }

    TrialKiosk(Town town, Errand errand) {
        this(town, errand, PowerCut.Wire.at(PowerCut.At.NEVER));
    }

    TrialKiosk(Town town, Errand errand, PowerCut.Wire wire) {
        this(town, errand, wire, PageOffered.NEVER);
    }

    /** When citizens of this kiosk are offered the payment page. */
    enum PageOffered {
        NEVER,
        FALLBACK,
        ALWAYS
    }

    /** In a venue whose appointments that centre keeps, by a clock of its own. */
    TrialKiosk(Town town, Errand errand, ModelAgenda centre, InstantSource clock) {
        this(town, errand, centre, clock, PowerCut.Wire.at(PowerCut.At.NEVER));
    }

    TrialKiosk(
            Town town, Errand errand, ModelAgenda centre, InstantSource clock, PowerCut.Wire wire) {
        this(
                town,
                errand,
                wire,
                PageOffered.NEVER,
                Optional.empty(),
                town.eid,
                town.eid,
                Optional.of(centre),
                clock);
    }

    TrialKiosk(Town town, Errand errand, PowerCut.Wire wire, PageOffered offered) {
        this(town, errand, wire, offered, Optional.empty());
    }

    /** With another eID client than the simulation. */
    TrialKiosk(Town town, Errand errand, EidClient client, EidService service) {
        this(
                town,
                errand,
                PowerCut.Wire.at(PowerCut.At.NEVER),
                PageOffered.NEVER,
                Optional.empty(),
                client,
                service,
                Optional.empty(),
                Town.CLOCK);
    }

    /**
     * The most that a kiosk can have.
     *
     * @param a4 prints documents, and the terminal waits for them
     */
    TrialKiosk(
            Town town,
            Errand errand,
            PowerCut.Wire wire,
            PageOffered offered,
            Optional<DocumentPrinter> a4) {
        this(town, errand, wire, offered, a4, town.eid, town.eid, Optional.empty(), Town.CLOCK);
    }

    private TrialKiosk(
            Town town,
            Errand errand,
            PowerCut.Wire wire,
            PageOffered offered,
            Optional<DocumentPrinter> a4,
            EidClient client,
            EidService service,
            Optional<ModelAgenda> centre,
            InstantSource clock) {
        citizen = new ScriptedCitizen(errand);
        screen = new WatchedScreen(citizen);
        database = Database.open(town.data(), Town.CLOCK);
        journal = wire.around(Journal.class, new VisitJournal(database, Town.CLOCK, "kiosk-demo"));
        var payments = wire.around(PaymentJournal.class, new TerminalJournal(database));
        terminal = new ZvtTerminal(town.terminalSettings(), payments, town.ticks, WireTrace.NONE);
        page = payPage(town, wire);
        printer = new EscPosPrinter(town.printerSettings(), town.ticks, WireTrace.NONE);
        var counter = new Counter(screen, Words.load(List.of("de", "en")));
        venue =
                centre.map(agenda ->
                        new TrialVenue(
                                agenda,
                                database,
                                journal,
                                counter,
                                printer,
                                clock,
                                wire,
                                town.chance()));
        var documents = new DocumentPaper(counter.words(), a4, Town.ZONE);
        var issueFirst =
                a4.map(_ -> new IssueFirst(documents, journal, Thread.ofVirtual().factory()));
        var printing = new Printing(counter, printer, documents, journal, Town.ZONE);
        Supplier<LocalDate> today = () -> LocalDate.ofInstant(Town.NOW, Town.ZONE);
        var tills = Tills.of(counter, patient(counter), issueFirst, page(offered));
        var desk = new PaymentDesk(counter, tills, journal, Town.ZONE);
        journey =
                new Journey(
                        new Story(
                                new Choosing(
                                        counter,
                                        new Catalogue(Town.OFFERED),
                                        today,
                                        venue.map(each -> each.desk),
                                        Reception.alwaysOpen(counter)),
                                new Identifying(counter, client, service, today),
                                new Filling(counter, today),
                                new Submitting(journal, Town.OFFICES, Town.CLOCK, town.chance()),
                                desk,
                                new Paying(counter, tills, journal, desk),
                                printing,
                                new Handover(counter, client, journal),
                                venue.map(each -> each.desk)),
                        journal,
                        Town.CLOCK,
                        town.chance());
        settling =
                new Settling(
                        counter,
                        tills,
                        journal,
                        owed(counter),
                        new Patience(SETTLE_ATTEMPTS, Duration.ofSeconds(15), this::pause));
    }

    private XBezahldienstePage payPage(Town town, PowerCut.Wire wire) {
        return new XBezahldienstePage(
                town.pageSettings(),
                wire.around(PaymentJournal.class, new TerminalJournal(database, PaymentWay.PAGE)),
                Town.CLOCK,
                de.buergerkiosk.payment.paypage.Pause.REAL,
                threads);
    }

    private CardPauses patient(Counter counter) {
        return new CardPauses(
                terminal,
                counter,
                new Patience(READY_ATTEMPTS, Duration.ofSeconds(3), this::pause));
    }

    private OwedReceipts owed(Counter counter) {
        return new OwedReceipts(
                counter,
                printer,
                journal,
                Town.CLOCK,
                Town.ZONE,
                new Patience(PRINT_ATTEMPTS, Duration.ofSeconds(5), this::pause));
    }

    private Optional<OfferedPage> page(PageOffered offered) {
        return switch (offered) {
            case NEVER -> Optional.empty();
            case FALLBACK -> Optional.of(new OfferedPage(page, false));
            case ALWAYS -> Optional.of(new OfferedPage(page, true));
        };
    }

    private void pause(Duration time) {
        pauses.add(time);
        whilePausing.run();
    }

    TrialVenue venue() {
        return venue.orElseThrow();
    }

    /** What a start does before anybody is greeted. */
    void settle() throws InterruptedException {
        if (venue.isPresent()) {
            venue.get().handingOut.settleOwed(venue.get().centre);
        }
        settling.settleAll();
    }

    /** What happens in the town while the kiosk waits for its terminal. */
    void whilePausing(Runnable happening) {
        whilePausing = happening;
    }

    Turn.Ending visit() throws InterruptedException {
        var ending = journey.receiveOne();
        assertEquals(1, screen.wipes(), "the screen is wiped at the end of every visit");
        return ending;
    }

    /** One more; the screen was wiped once for each. */
    Turn.Ending visitAgain() throws InterruptedException {
        return journey.receiveOne();
    }

    List<Account> filings() {
        return new Accounts(database).all();
    }

    /** States of all filings, oldest first. */
    List<String> states() {
        return filings().stream().map(Account::state).toList();
    }

    int courierHas() {
        return new FilingOutbox(database, Town.CLOCK).depth();
    }

    List<String> incidents() {
        return new Incidents(database).all().stream().map(incident -> incident.code()).toList();
    }

    List<String> endings() {
        return JournalLines.endings(database);
    }

    /** The only filing, as the office reads it. */
    FilingContent opened(OfficePrivateKey office) throws SealBroken {
        var id = filings().getFirst().filing();
        var text = JournalLines.seals(database).getFirst();
        var seal =
                text.startsWith("{")
                        ? Delivery.parse(text.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                                .sealed()
                        : text;
        return Seal.open(seal, id, office);
    }

    @Override
    public void close() {
        terminal.close();
        printer.close();
        page.close();
        threads.shutdownNow();
        database.close();
    }
}
