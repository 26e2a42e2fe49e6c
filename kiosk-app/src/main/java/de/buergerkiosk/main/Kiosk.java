package de.buergerkiosk.main;

import de.buergerkiosk.contract.receipt.ReceiptVerdict;
import de.buergerkiosk.contract.receipt.ReceiptVerifier;
import de.buergerkiosk.courier.Backoff;
import de.buergerkiosk.courier.Courier;
import de.buergerkiosk.courier.HttpsCentreLine;
import de.buergerkiosk.courier.KioskKit;
import de.buergerkiosk.courier.Outbox;
import de.buergerkiosk.journey.Counter;
import de.buergerkiosk.journey.Journal;
import de.buergerkiosk.journey.Journey;
import de.buergerkiosk.journey.Patience;
import de.buergerkiosk.journey.Story;
import de.buergerkiosk.journey.Turn;
import de.buergerkiosk.journey.appointment.AppointmentDesk;
import de.buergerkiosk.journey.choose.Choosing;
import de.buergerkiosk.journey.choose.Reception;
import de.buergerkiosk.journey.form.Filling;
import de.buergerkiosk.journey.form.Submitting;
import de.buergerkiosk.journey.handover.Handover;
import de.buergerkiosk.journey.identify.Identifying;
import de.buergerkiosk.journey.pay.CardPauses;
import de.buergerkiosk.journey.pay.IssueFirst;
import de.buergerkiosk.journey.pay.Paying;
import de.buergerkiosk.journey.pay.PaymentDesk;
import de.buergerkiosk.journey.pay.Settling;
import de.buergerkiosk.journey.pay.Tills;
import de.buergerkiosk.journey.print.DocumentPaper;
import de.buergerkiosk.journey.print.OwedReceipts;
import de.buergerkiosk.journey.print.Printing;
import de.buergerkiosk.page.Screen;
import de.buergerkiosk.page.Words;
import de.buergerkiosk.store.Accounts;
import de.buergerkiosk.store.Chain;
import de.buergerkiosk.store.Database;
import de.buergerkiosk.store.FilingOutbox;
import de.buergerkiosk.store.VisitJournal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** One kiosk, wired by hand: file, devices, journey, courier. */
public final class Kiosk implements AutoCloseable {
    /** A card terminal needs one to two minutes to start. */
    private static final Duration SETTLE_PAUSE = Duration.ofSeconds(15);

    /** A receipt printer starts in seconds; whoever waits for a receipt does not wait for minutes. */
    private static final int PRINT_ATTEMPTS = 7;

    /** A terminal that closes its day or fetches software takes minutes. */
    private static final int READY_ATTEMPTS = 200;

    private static final Duration READY_PAUSE = Duration.ofSeconds(3);

    private static final Duration PRINT_PAUSE = Duration.ofSeconds(5);

    private final Opened opened;
    private final Database database;
    private final Journey journey;
    private final Settling settling;
    private final Courier courier;
    private final Accounts accounts;
    private final ReceiptVerifier receipts;
    private final Beside carrying;
    private final Health health;
    private final Optional<Appointments> appointments;
    private final Care care;

    private Kiosk(
            Opened opened,
            Database database,
            Journey journey,
            Settling settling,
            Courier courier,
            Accounts accounts,
            ReceiptVerifier receipts,
            Beside carrying,
            Health health,
            Optional<Appointments> appointments,
            Care care) {
        this.care = care;
        this.health = health;
        this.appointments = appointments;
        this.opened = opened;
        this.database = database;
        this.journey = journey;
        this.settling = settling;
        this.courier = courier;
        this.accounts = accounts;
        this.receipts = receipts;
        this.carrying = carrying;
    }

    /**
     * Opens everything, or nothing: what was open before a failure is closed again. The devices
     * themselves may be off, the kiosk finds out when it needs them.
     */
    public static Kiosk open(
            Settings settings, Screen screen, Words words, Surroundings around, Seams seams)
            throws OutOfService {
        return open(settings, screen, words, around, seams, Backstage.NONE);
    }

    static Kiosk open(
            Settings settings,
            Screen screen,
            Words words,
            Surroundings around,
            Seams seams,
            Backstage backstage)
            throws OutOfService {
        var plan = Plan.of(settings);
        var opened = new Opened();
        var complete = false;
        try {
            var counter = new Counter(screen, words);
            var kiosk = open(plan, opened, settings, counter, around, seams, backstage);
            complete = true;
            return kiosk;
        } finally {
            if (!complete) {
                opened.close();
            }
        }
    }

    private static Kiosk open(
            Plan plan,
            Opened opened,
            Settings settings,
            Counter counter,
            Surroundings around,
            Seams seams,
            Backstage backstage)
            throws OutOfService {
        var kit = plan.kit();
        var database = database(settings, around);
        opened.add(database::close);
        var filings = new FilingOutbox(database, around.clock());
        Journal journal = seams.journal(new VisitJournal(database, around.clock(), kit.kioskId()));
        var devices =
                Devices.connect(
                        settings, kit, plan.profile(), plan.page(), database, around, seams);
        opened.add(devices::close);
        closeDays(settings, devices, journal, around, opened);
        var care =
                care(
                        new Care.Parts(
                                settings,
                                kit,
                                counter,
                                devices,
                                database,
                                journal,
                                around,
                                backstage,
                                Kiosk::pause),
                        opened);
        var documents =
                new DocumentPaper(counter.words(), devices.documents(), settings.kiosk().zone());
        var tills = tills(settings, devices, documents, journal, counter, around);
        var appointments =
                Appointments.open(
                        settings, kit, database, journal, counter, devices, seams, around);
        appointments.ifPresent(open -> opened.add(open::close));
        var story =
                story(
                        plan,
                        devices,
                        tills,
                        documents,
                        journal,
                        settings.kiosk().zone(),
                        counter,
                        appointments.map(Appointments::desk),
                        care.reception(),
                        around);
        var line = HttpsCentreLine.of(kit, Executors.newThreadPerTaskExecutor(around.threads()));
        opened.add(line::close);
        var courier = courier(seams.outbox(filings), line, kit, around);
        return new Kiosk(
                opened,
                database,
                new Journey(story, journal, around.clock(), around.chance()),
                settling(settings, counter, devices, tills, journal, around),
                courier,
                new Accounts(database),
                kit.receipts(),
                carrying(courier, around),
                new Health(plan.kit(), plan.catalogue(), devices, database, settings, around, care),
                appointments,
                care);
    }

    private static Courier courier(
            Outbox outbox, HttpsCentreLine line, KioskKit kit, Surroundings around) {
        return new Courier(
                outbox, line, kit.receipts(), around.clock(), around.chance(), Backoff.USUAL);
    }

    private static Settling settling(
            Settings settings,
            Counter counter,
            Devices devices,
            Tills tills,
            Journal journal,
            Surroundings around) {
        var owed =
                new OwedReceipts(
                        counter,
                        devices.printer(),
                        journal,
                        around.clock(),
                        settings.kiosk().zone(),
                        new Patience(PRINT_ATTEMPTS, PRINT_PAUSE, Kiosk::pause));
        return new Settling(
                counter,
                tills,
                journal,
                owed,
                new Patience(settings.settleAttempts(), SETTLE_PAUSE, Kiosk::pause));
    }

    private static Care care(Care.Parts parts, Opened opened) {
        var care = Care.of(parts);
        var door = Beside.begin("door", parts.around().threads(), () -> care.run(Kiosk::pause));
        opened.add(door::close);
        return care;
    }

    private static Tills tills(
            Settings settings,
            Devices devices,
            DocumentPaper documents,
            Journal journal,
            Counter counter,
            Surroundings around) {
        var terminal =
                new CardPauses(
                        devices.terminal(),
                        counter,
                        new Patience(READY_ATTEMPTS, READY_PAUSE, Kiosk::pause));
        var issueFirst =
                settings.issueFirst()
                        ? Optional.of(new IssueFirst(documents, journal, around.threads()))
                        : Optional.<IssueFirst>empty();
        return Tills.of(counter, terminal, issueFirst, devices.page());
    }

    private static Story story(
            Plan plan,
            Devices devices,
            Tills tills,
            DocumentPaper documents,
            Journal journal,
            ZoneId zone,
            Counter counter,
            Optional<AppointmentDesk> appointments,
            Reception reception,
            Surroundings around) {
        Supplier<LocalDate> today = () -> around.today(zone);
        var desk = new PaymentDesk(counter, tills, journal, zone);
        return new Story(
                new Choosing(counter, plan.catalogue(), today, appointments, reception),
                new Identifying(counter, devices.eid(), devices.eidService(), today),
                new Filling(counter, today),
                new Submitting(journal, plan.kit().offices(), around.clock(), around.chance()),
                desk,
                new Paying(counter, tills, journal, desk),
                new Printing(counter, devices.printer(), documents, journal, zone),
                new Handover(counter, devices.eid(), journal),
                appointments);
    }

    private static void pause(Duration time) throws InterruptedException {
        var _ = new CountDownLatch(1).await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    private static Beside carrying(Courier courier, Surroundings around) {
        return Beside.begin("courier", around.threads(), courier::run);
    }

    private static void closeDays(
            Settings settings,
            Devices devices,
            Journal journal,
            Surroundings around,
            Opened opened) {
        settings.closing()
                .map(closing -> closingDays(closing, settings, devices, journal, around))
                .ifPresent(days -> opened.add(days::close));
    }

    private static Beside closingDays(
            Settings.Closing closing,
            Settings settings,
            Devices devices,
            Journal journal,
            Surroundings around) {
        var later = Duration.ofSeconds(around.chance().nextLong(closing.later().toSeconds() + 1));
        var time = new ClosingTime(closing.at(), later, settings.kiosk().zone());
        var days = new DayEnd(time, devices.terminal(), journal, around.clock());
        return Beside.begin("day end", around.threads(), () -> days.run(Kiosk::pause));
    }

    private static Database database(Settings settings, Surroundings around) throws OutOfService {
        try {
            return Database.open(settings.kiosk().data(), around.clock());
        } catch (Database.InUse e) {
            throw new DataInUse(String.valueOf(e.getMessage()), e);
        } catch (Database.Unusable e) {
            throw new OutOfService("STO-UNUSABLE", String.valueOf(e.getMessage()), e);
        }
    }

    /** How it is, and what it is. */
    Health health() {
        return health;
    }

    /** Finishes what a cut left open. */
    public void settle() throws InterruptedException {
        if (appointments.isPresent()) {
            appointments.get().settle();
        }
        settling.settleAll();
        courier.nudge();
    }

    /** Finishes what a cut left open; then one visit, or one piece of work of the staff. */
    public Turn.Ending receiveOne() throws InterruptedException {
        settle();
        var ending = journey.receiveOne();
        if (ending == Turn.Ending.STAFF) {
            care.staffMode().attend();
        }
        courier.nudge();
        appointments.ifPresent(Appointments::nudge);
        return ending;
    }

    /** Numbers and appointments, where this kiosk has a venue. */
    public Optional<Appointments> appointments() {
        return appointments;
    }

    /** What became of the visits that filed something. */
    public List<Accounts.Account> accounts() {
        return accounts.all();
    }

    /** Whether no line of the journal was changed afterwards. */
    public boolean journalIsSound() {
        return Chain.firstBreak(database).isEmpty();
    }

    /** Whether the centre's receipt for that filing is there and verifies. */
    public boolean receiptVerifies(Accounts.Account account) {
        return account.receipt().isPresent()
                && account.digest().isPresent()
                && receipts.verify(
                                account.receipt().get(), account.filing(), account.digest().get())
                        instanceof ReceiptVerdict.Verified;
    }

    @Override
    public void close() {
        carrying.close();
        opened.close();
    }
}
