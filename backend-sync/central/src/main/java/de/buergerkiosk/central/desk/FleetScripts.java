package de.buergerkiosk.central.desk;

import de.buergerkiosk.central.audit.AuditTrail;
import de.buergerkiosk.central.fleet.Enrolments;
import de.buergerkiosk.central.fleet.Entry;
import de.buergerkiosk.central.fleet.KioskBook;
import de.buergerkiosk.central.rollout.Rollouts;
import de.buergerkiosk.central.settings.Layers;
import de.buergerkiosk.central.watch.WatchBook;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the desk door has for admins. */
@Configuration(proxyBeanMethods = false)
class FleetScripts {
    @Bean
    KioskScripts kioskScripts(
            KioskBook kiosks,
            Enrolments enrolments,
            Entry entry,
            AuditTrail audit,
            InstantSource clock) {
        return new KioskScripts(kiosks, enrolments, entry, audit, clock);
    }

    @Bean
    LayerScripts layerScripts(Layers layers, KioskBook kiosks, WatchBook watch) {
        return new LayerScripts(layers, kiosks, watch);
    }

    @Bean
    ReleaseScripts releaseScripts(Rollouts rollouts) {
        return new ReleaseScripts(rollouts);
    }

    @Bean
    WatchScripts watchScripts(
            KioskBook kiosks, WatchBook watch, AuditTrail audit, InstantSource clock) {
        return new WatchScripts(kiosks, watch, audit, clock);
    }
}
