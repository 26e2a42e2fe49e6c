package de.buergerkiosk.central.main;

import de.buergerkiosk.central.CentreTrouble;
import de.buergerkiosk.central.appointment.Appointments;
import de.buergerkiosk.central.appointment.WaitingNumbers;
import de.buergerkiosk.central.appointment.store.AppointmentStore;
import de.buergerkiosk.central.appointment.store.NumberStore;
import de.buergerkiosk.central.audit.AuditTrail;
import de.buergerkiosk.central.audit.store.AuditStore;
import de.buergerkiosk.central.database.DatabaseAddress;
import de.buergerkiosk.central.database.DatabasePlace;
import de.buergerkiosk.central.database.EmbeddedPostgres;
import de.buergerkiosk.central.database.store.Database;
import de.buergerkiosk.central.filing.Intake;
import de.buergerkiosk.central.filing.ReceiptNumbers;
import de.buergerkiosk.central.filing.store.FilingStore;
import de.buergerkiosk.central.fleet.Enrolments;
import de.buergerkiosk.central.identity.store.PortalStore;
import de.buergerkiosk.central.mail.store.MailStore;
import de.buergerkiosk.central.offices.OfficeDirectory;
import de.buergerkiosk.central.people.LoginThrottle;
import de.buergerkiosk.central.people.Logins;
import de.buergerkiosk.central.people.Passwords;
import de.buergerkiosk.central.people.store.PeopleStore;
import de.buergerkiosk.central.reading.ReadingRoom;
import de.buergerkiosk.central.reading.store.ShelfStore;
import de.buergerkiosk.central.trust.CityTrust;
import de.buergerkiosk.contract.receipt.ReceiptVerifier;
import de.buergerkiosk.contract.seal.OfficePrivateKey;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The running centre, put together by hand; closing it takes everything down in reverse order. */
public final class Centre implements AutoCloseable {
    /** Seconds by which the time of appointments is moved; see {@code --appointments-from}. */
    static final String APPOINTMENTS_SHIFT = "KIOSK_APPOINTMENTS_SHIFT";

    /** Kiosk that a fresh centre makes a kit for. */
    public static final String FIRST_KIOSK = "kiosk-demo";

    private static final String ROLE = "centre";

    private final CentreSettings settings;
    private final InstantSource clock;
    private final SecureRandom chance;
    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    private Centre(CentreSettings settings, InstantSource clock, SecureRandom chance) {
        this.settings = settings;
        this.clock = clock;
        this.chance = chance;
    }

    /**
     * A centre that is ready.
     *
     * @param device port and kit of the first kiosk, where the device door is open
     * @param desk port of the desk door, where it is open
     */
    public record Ready(
            Centre centre,
            Optional<DeviceSide> device,
            Optional<Integer> desk,
            Optional<EmbeddedPostgres> embedded)
            implements AutoCloseable {
        @Override
        public void close() {
            centre.close();
        }
    }

    /**
     * The open device door, and the doors beside it.
     *
     * @param kit of the first kiosk
     * @param citizensPort where eID clients come
     * @param entry where machines enrol
     */
    public record DeviceSide(int port, Path kit, int citizensPort, int entryPort, URI entry) {}

    /**
     * Starts everything; whatever was started is closed again when something fails.
     *
     * @throws CentreTrouble with the cause and the cure
     */
    public static Ready start(
            CentreSettings settings,
            Map<String, String> environment,
            InstantSource clock,
            SecureRandom chance)
            throws CentreTrouble, InterruptedException {
        var centre = new Centre(settings, clock, chance);
        try {
            return centre.start(environment);
        } catch (CentreTrouble | InterruptedException | RuntimeException e) {
            centre.close();
            throw e;
        }
    }

    @Override
    public void close() {
        while (!open.isEmpty()) {
            Doors.close(open.pop());
        }
    }

    private Ready start(Map<String, String> environment)
            throws CentreTrouble, InterruptedException {
        var offices = DataFolder.offices(settings.data());
        var embedded =
                settings.databaseUrl().isEmpty()
                        ? Optional.of(embedded())
                        : Optional.<EmbeddedPostgres>empty();
        var address =
                embedded.isPresent()
                        ? ownRole(embedded.get())
                        : Credentials.of(settings.databaseUrl().orElseThrow(), environment);
        var database = Database.open(address);
        open.push(database);
        var stores = Stores.of(database);
        if (settings.restored()) {
            Restoration.of(stores.sql(), stores.transactions(), stores.audit(), clock)
                    .pass(DataFolder.agenda(settings.data()));
        }
        var trust = CityTrust.open(settings.data(), offices, clock, chance);
        var device =
                settings.doors().device()
                        ? Optional.of(
                                openDevice(
                                        trust,
                                        offices,
                                        stores,
                                        FleetDevices.waitersMax(environment),
                                        shifted(environment)))
                        : Optional.<DeviceSide>empty();
        if (settings.doors().device() && settings.mail().server().isPresent()) {
            open.push(
                    Mailing.start(
                            Mailing.settings(settings.mail(), environment),
                            new MailStore(stores.sql()),
                            DataFolder.agenda(settings.data()),
                            UUID.randomUUID(),
                            clock));
        }
        var entry =
                device.map(DeviceSide::entry)
                        .orElseGet(() -> settings.reachedAt(settings.entryPort()));
        var desk =
                settings.doors().desk()
                        ? Optional.of(openDesk(trust, offices, stores, database, entry))
                        : Optional.<Integer>empty();
        return new Ready(this, device, desk, embedded);
    }

    private EmbeddedPostgres embedded() throws CentreTrouble, InterruptedException {
        var postgres = EmbeddedPostgres.start(DatabasePlace.of(settings.data(), chance), clock);
        open.push(postgres);
        return postgres;
    }

    /** The centre's own role gets a new password at each start; it lives in memory only. */
    private DatabaseAddress ownRole(EmbeddedPostgres postgres) throws CentreTrouble {
        var bytes = new byte[24];
        chance.nextBytes(bytes);
        var password = HexFormat.of().formatHex(bytes);
        Database.prepare(postgres.superuser(), ROLE, password);
        return new DatabaseAddress(postgres.url(ROLE), ROLE, password);
    }

    /** What both doors keep their things in. */
    private record Stores(JdbcClient sql, TransactionTemplate transactions, AuditTrail audit) {
        static Stores of(Database database) {
            var sql = JdbcClient.create(database.source());
            var transactions =
                    new TransactionTemplate(new DataSourceTransactionManager(database.source()));
            return new Stores(sql, transactions, new AuditStore(sql, transactions));
        }
    }

    /** The time of appointments; a demonstration of another day moves it, and nothing else. */
    private InstantSource shifted(Map<String, String> environment) {
        var seconds = environment.getOrDefault(APPOINTMENTS_SHIFT, "0");
        var shift =
                Duration.ofSeconds(seconds.matches("-?[0-9]{1,11}") ? Long.parseLong(seconds) : 0);
        return () -> clock.instant().plus(shift);
    }

    private Intake intake(CityTrust trust, OfficeDirectory offices, Stores stores) {
        return new Intake(
                new FilingStore(stores.sql(), stores.transactions(), stores.audit(), clock),
                offices,
                trust.receiptSigner(),
                new ReceiptNumbers(settings.zone()),
                clock);
    }

    private DeviceSide openDevice(
            CityTrust trust,
            OfficeDirectory offices,
            Stores stores,
            int waitersMax,
            InstantSource shifted)
            throws CentreTrouble {
        var appointments =
                new Appointments(
                        DataFolder.agenda(settings.data()),
                        new AppointmentStore(stores.sql(), stores.transactions()),
                        chance,
                        shifted);
        var numbers =
                new WaitingNumbers(
                        appointments,
                        new NumberStore(stores.sql(), stores.transactions()),
                        shifted);
        var eservice =
                Eservice.open(
                        settings,
                        trust,
                        stores.audit(),
                        new PortalStore(stores.sql()),
                        clock,
                        chance);
        open.push(eservice);
        var certificate = trust.deviceDoor(settings.host());
        var fleet = FleetDevices.of(stores.sql(), stores.transactions(), waitersMax, chance, clock);
        // the address is known when the door is open, and nobody enrols before
        var address = new AtomicReference<>(settings.reachedAt(settings.devicePort()));
        var enrolments =
                new Enrolments(
                        fleet.store(),
                        fleet.store(),
                        trust,
                        address::get,
                        stores.audit(),
                        chance,
                        clock);
        var door =
                Doors.device(
                        settings,
                        certificate,
                        new Doors.DeviceParts(
                                intake(trust, offices, stores),
                                appointments,
                                numbers,
                                eservice.identifications(),
                                enrolments,
                                fleet));
        open.push(door);
        address.set(settings.reachedAt(door.port()));
        var entry = Doors.entry(settings, certificate, enrolments, clock);
        open.push(entry);
        fleet.know(FIRST_KIOSK, clock.instant());
        open.push(fleet.watch());
        return new DeviceSide(
                door.port(),
                trust.kit(FIRST_KIOSK, address.get()),
                eservice.port(),
                entry.port(),
                settings.reachedAt(entry.port()));
    }

    private int openDesk(
            CityTrust trust, OfficeDirectory offices, Stores stores, Database database, URI entry)
            throws CentreTrouble {
        var people = new PeopleStore(stores.sql());
        var passwords = new Passwords(chance);
        var agenda = DataFolder.agenda(settings.data());
        FirstPeople.make(
                settings.data(),
                office -> offices.knows(office) || agenda.venue(office).isPresent(),
                people,
                passwords,
                clock);
        var logins = new Logins(people, passwords, new LoginThrottle(clock), stores.audit(), clock);
        var keys =
                CityTrust.readDeskKeys(CityTrust.deskKeys(settings.data())).stream()
                        .collect(Collectors.toMap(OfficePrivateKey::office, Function.identity()));
        var room =
                new ReadingRoom(
                        new ShelfStore(stores.sql(), stores.transactions(), stores.audit()),
                        keys,
                        ReceiptVerifier.of(trust.receiptKey()),
                        clock);
        var fleet =
                FleetDesk.of(
                        new FleetDesk.Parts(
                                settings,
                                stores.sql(),
                                stores.transactions(),
                                trust,
                                stores.audit(),
                                chance,
                                clock),
                        entry);
        var parts =
                new Doors.DeskParts(
                        logins,
                        room,
                        stores.audit(),
                        offices,
                        fleet,
                        QueueDesk.of(
                                agenda, stores.sql(), stores.transactions(), stores.audit(), clock),
                        Accounts.of(settings, offices, people, stores.audit(), clock),
                        database.source());
        var door = Doors.desk(settings, parts);
        open.push(door);
        return door.port();
    }
}
