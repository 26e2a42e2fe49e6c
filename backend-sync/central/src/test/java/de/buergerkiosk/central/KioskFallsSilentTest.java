package de.buergerkiosk.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.central.database.store.Database;
import de.buergerkiosk.central.fleet.Kiosk;
import de.buergerkiosk.central.fleet.store.FleetStore;
import de.buergerkiosk.central.watch.Incident;
import de.buergerkiosk.central.watch.Watch;
import de.buergerkiosk.central.watch.store.WatchStore;
import de.buergerkiosk.contract.fleet.Heartbeat;
import de.buergerkiosk.contract.fleet.RollingHash;
import de.buergerkiosk.contract.json.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Real tables, a clock of our own: what is wrong becomes an incident, and ends by itself. */
class KioskFallsSilentTest {
    private static final String KIOSK = "kiosk-1";
    private static final RollingHash NOTHING = RollingHash.START;

    private Instant now = Instant.parse("2026-11-24T08:00:00Z");
    private Database database = open();
    private JdbcClient sql = JdbcClient.create(database.source());
    private WatchStore store = new WatchStore(sql);
    private Watch watch = new Watch(store, () -> now);
    private long number;

    private static Database open() {
        try {
            return Database.open(RunningCentre.freshDatabase(), 2);
        } catch (CentreTrouble e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void kiosk() {
        var transactions =
                new TransactionTemplate(new DataSourceTransactionManager(database.source()));
        new FleetStore(sql, transactions).put(new Kiosk(KIOSK, "main", List.of()), "test", now);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Heartbeat beat(
            Heartbeat.Configuration configuration,
            List<Heartbeat.Device> devices,
            Heartbeat.Outbox outbox,
            RollingHash filings,
            long certificateDays) {
        number++;
        return new Heartbeat(
                "boot",
                number,
                now,
                60,
                "0.1.0",
                "service",
                configuration,
                devices,
                outbox,
                filings.settled(),
                filings,
                certificateDays,
                10_000);
    }

    private Heartbeat well(RollingHash filings) {
        return beat(
                new Heartbeat.Configuration(0, "", "own"),
                List.of(new Heartbeat.Device("printer", "ready", "")),
                new Heartbeat.Outbox(0, 0),
                filings,
                50);
    }

    private Map<Incident.Kind, String> after(Heartbeat beat) {
        assertTrue(store.keep(KIOSK, beat, now));
        return round();
    }

    private Map<Incident.Kind, String> round() {
        watch.round();
        var open = new TreeMap<Incident.Kind, String>();
        store.open(KIOSK).forEach(each -> open.put(each.kind(), each.detail()));
        return open;
    }

    private void filing(long sequence, String digest) {
        sql.sql(
                        """
                        insert into filing (id, digest, kiosk, sequence, service, service_version, office,
                                            submitted_at, received_at, number, delivery, receipt)
                        values (?, ?, ?, ?, 's', '1', 'o', ?, ?, ?, '', '')
                        """)
                .params(
                        UUID.randomUUID(),
                        digest,
                        KIOSK,
                        sequence,
                        OffsetDateTime.ofInstant(now, ZoneOffset.UTC),
                        OffsetDateTime.ofInstant(now, ZoneOffset.UTC),
                        "N-" + sequence)
                .update();
    }

    private static String digest(int of) {
        return CanonicalJson.sha256(("filing " + of).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void kioskThatIsWellHasNoIncidents() {
        assertEquals(Map.of(), after(well(NOTHING)));
    }

    @Test
    void silenceOfThreeMinutesIsAnIncidentAndEndsWithTheNextHeartbeat() {
        assertEquals(Map.of(), after(well(NOTHING)));
        now = now.plus(Duration.ofSeconds(170));
        assertEquals(Map.of(), round());
        now = now.plus(Duration.ofSeconds(20));
        assertEquals(List.of(Incident.Kind.SILENT), List.copyOf(round().keySet()));
        assertEquals(1, round().size(), "one incident, however often it is looked at");

        now = now.plus(Duration.ofHours(1));
        assertEquals(Map.of(), after(well(NOTHING)));

        var over = store.newest(false, 10);
        assertEquals(1, over.size());
        assertTrue(over.getFirst().resolved().isPresent());
        assertEquals(List.of(), store.newest(true, 10));
    }

    @Test
    void filingThatTheCentreLostIsAGap() {
        filing(1, digest(1));
        filing(2, digest(2));
        var both = NOTHING.with(1, digest(1)).with(2, digest(2));
        assertEquals(Map.of(), after(well(both)));

        // a centre restored from an older backup has no third filing, and the kiosk has its receipt
        var three = both.with(3, digest(3));
        var found = after(well(three));

        assertEquals(List.of(Incident.Kind.SEQUENCE_GAP), List.copyOf(found.keySet()));
        assertTrue(found.toString().contains("for 3, the centre has 2"), found.toString());
        filing(3, digest(3));
        assertEquals(Map.of(), after(well(three)), "carried again, it is over");
    }

    @Test
    void filingWithOtherContentIsAMismatch() {
        filing(1, digest(1));
        filing(2, digest(99));
        var theirs = NOTHING.with(1, digest(1)).with(2, digest(2));

        assertEquals(
                List.of(Incident.Kind.HASH_MISMATCH), List.copyOf(after(well(theirs)).keySet()));
    }

    @Test
    void refusedFilingLeavesNoGap() {
        filing(1, digest(1));
        filing(3, digest(3));
        var theirs = NOTHING.with(1, digest(1)).with(3, digest(3)).upTo(4);

        assertEquals(Map.of(), after(well(theirs)));
    }

    @Test
    void devicesCertificateOutboxClockAndDiskAreWatched() {
        var beat =
                beat(
                        new Heartbeat.Configuration(0, "", "own"),
                        List.of(
                                new Heartbeat.Device("printer", "warning", "PRN-PAPER-LOW"),
                                new Heartbeat.Device(
                                        "payment-terminal", "fault", "PAY-UNREACHABLE")),
                        new Heartbeat.Outbox(3, 3_600),
                        NOTHING,
                        3);
        assertEquals(
                List.of(
                        Incident.Kind.PAPER_LOW,
                        Incident.Kind.DEVICE_FAULT,
                        Incident.Kind.CERTIFICATE,
                        Incident.Kind.OUTBOX_OLD),
                List.copyOf(after(beat).keySet()));

        var sent = well(NOTHING);
        assertTrue(store.keep(KIOSK, sent, now.plus(Duration.ofDays(3_650))));
        assertEquals(List.of(Incident.Kind.CLOCK), List.copyOf(round().keySet()));
    }

    @Test
    void kioskThatIsNotWhatItIsToBeDriftsAfterAWhile() {
        sql.sql(
                        """
                        insert into release (up_to, audience, state, note, made_by, made_at, changed_at)
                        values (0, 'all', 'running', '', 'x', now(), now())
                        """)
                .update();
        sql.sql("insert into bundle (digest, version, content, made_at) values (?, 7, '', now())")
                .param(digest(7))
                .update();
        sql.sql(
                        "insert into desired (kiosk, version, digest, release, turn, since) values"
                                + " (?, 7, ?, 1, 1, ?)")
                .params(KIOSK, digest(7), OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .update();
        assertEquals(Map.of(), after(well(NOTHING)), "it has time to take it");

        now = now.plus(Duration.ofMinutes(16));
        var drift = after(well(NOTHING));

        assertEquals(List.of(Incident.Kind.DRIFT), List.copyOf(drift.keySet()));
        var good = new Heartbeat.Configuration(7, digest(7), "good");
        assertEquals(
                Map.of(), after(beat(good, List.of(), new Heartbeat.Outbox(0, 0), NOTHING, 50)));
    }

    @Test
    void olderHeartbeatChangesNothingAndOneOfANewBootDoes() {
        var first = well(NOTHING);
        var second = well(NOTHING);
        assertTrue(store.keep(KIOSK, second, now));
        assertTrue(store.keep(KIOSK, first, now.plusSeconds(1)));
        assertEquals(2, store.heard(KIOSK).orElseThrow().beat().number());
        assertFalse(store.keep("nobody", first, now));
    }

    @Test
    void somebodyWhoHasSeenItSaysSoOnce() {
        assertTrue(store.keep(KIOSK, well(NOTHING), now));
        now = now.plus(Duration.ofHours(1));
        round();
        var id = store.newest(true, 1).getFirst().id();

        assertEquals(1, store.openAndUnseen());

        assertTrue(store.acknowledge(id, new Incident.Seen("verwaltung", now, "on my way")));
        assertEquals(0, store.openAndUnseen());
        assertFalse(store.acknowledge(id, new Incident.Seen("other", now, "")));

        assertEquals("on my way", store.newest(true, 1).getFirst().seen().orElseThrow().note());
        assertEquals(1, round().size(), "seen is not over");
    }
}
