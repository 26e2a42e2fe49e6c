package de.buergerkiosk.central.main;

import de.buergerkiosk.central.audit.AuditLog;
import de.buergerkiosk.central.audit.AuditTrail;
import de.buergerkiosk.central.audit.store.AuditReader;
import de.buergerkiosk.central.fleet.Enrolments;
import de.buergerkiosk.central.fleet.Entry;
import de.buergerkiosk.central.fleet.KioskBook;
import de.buergerkiosk.central.fleet.store.FleetStore;
import de.buergerkiosk.central.rollout.BundleMaker;
import de.buergerkiosk.central.rollout.Rollouts;
import de.buergerkiosk.central.rollout.store.RolloutStore;
import de.buergerkiosk.central.settings.Layers;
import de.buergerkiosk.central.settings.SettingsSchema;
import de.buergerkiosk.central.settings.store.LayerStore;
import de.buergerkiosk.central.trust.CityTrust;
import de.buergerkiosk.central.watch.WatchBook;
import de.buergerkiosk.central.watch.store.WatchStore;
import de.buergerkiosk.contract.json.CanonicalJson;
import java.net.URI;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What admins work with at the desk. */
record FleetDesk(
        KioskBook kiosks,
        Enrolments enrolments,
        Entry entry,
        Layers layers,
        Rollouts rollouts,
        WatchBook watch,
        AuditLog log,
        InstantSource clock) {

    /** What it is made of. */
    record Parts(
            CentreSettings settings,
            JdbcClient sql,
            TransactionOperations transactions,
            CityTrust trust,
            AuditTrail audit,
            RandomGenerator chance,
            InstantSource clock) {}

    /** Knows where machines enrol. */
    static FleetDesk of(Parts parts, URI entry) {
        var settings = parts.settings();
        var store = new FleetStore(parts.sql(), parts.transactions());
        var enrolments =
                new Enrolments(
                        store,
                        store,
                        parts.trust(),
                        () -> settings.reachedAt(settings.devicePort()),
                        parts.audit(),
                        parts.chance(),
                        parts.clock());
        var layers =
                new Layers(
                        new LayerStore(parts.sql()),
                        SettingsSchema.shipped(),
                        parts.audit(),
                        parts.clock());
        var maker =
                new BundleMaker(
                        CityTrust.bundleSigner(settings.data()),
                        parts.trust().root(),
                        settings.data().resolve("contents"),
                        parts.clock());
        var rollouts =
                new Rollouts(
                        new RolloutStore(parts.sql(), parts.transactions()),
                        store,
                        layers,
                        maker,
                        parts.audit(),
                        parts.clock());
        return new FleetDesk(
                store,
                enrolments,
                new Entry(entry, CanonicalJson.sha256(parts.trust().authority())),
                layers,
                rollouts,
                new WatchStore(parts.sql()),
                new AuditReader(parts.sql()),
                parts.clock());
    }

    void register(GenericApplicationContext context) {
        context.registerBean(KioskBook.class, () -> kiosks);
        context.registerBean(Enrolments.class, () -> enrolments);
        context.registerBean(Entry.class, () -> entry);
        context.registerBean(Layers.class, () -> layers);
        context.registerBean(Rollouts.class, () -> rollouts);
        context.registerBean(WatchBook.class, () -> watch);
        context.registerBean(AuditLog.class, () -> log);
        context.registerBean(InstantSource.class, () -> clock);
    }
}
