package de.buergerkiosk.central.console;

import de.buergerkiosk.central.audit.AuditLog;
import de.buergerkiosk.central.audit.AuditTrail;
import de.buergerkiosk.central.desk.Wording;
import de.buergerkiosk.central.fleet.Enrolments;
import de.buergerkiosk.central.fleet.Entry;
import de.buergerkiosk.central.fleet.KioskBook;
import de.buergerkiosk.central.mail.StuckMails;
import de.buergerkiosk.central.offices.OfficeDirectory;
import de.buergerkiosk.central.rollout.Rollouts;
import de.buergerkiosk.central.settings.Layers;
import de.buergerkiosk.central.watch.WatchBook;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;

/** What the console consists of; it stands at the desk door, with its login and its frame. */
@Configuration(proxyBeanMethods = false)
@Import(ConsoleSecurity.class)
public class FleetConsole {
    /** Pages of the console lie beside it; all others where the desk has them. */
    @Bean
    SpringResourceTemplateResolver consolePages() {
        var resolver = new SpringResourceTemplateResolver();
        resolver.setPrefix("classpath:/de/buergerkiosk/central/");
        resolver.setSuffix(".html");
        resolver.setResolvablePatterns(Set.of("console/*"));
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        resolver.setOrder(0);
        return resolver;
    }

    @Bean
    FleetView fleetView(KioskBook kiosks, WatchBook watch, InstantSource clock) {
        return new FleetView(kiosks, watch, clock);
    }

    @Bean
    ConsoleFrame consoleFrame(WatchBook watch, StuckMails mails) {
        return new ConsoleFrame(watch, mails);
    }

    @Bean
    FleetPages fleetPages(FleetView fleet, Wording wording, InstantSource clock) {
        return new FleetPages(fleet, wording, clock);
    }

    @Bean
    KioskPages kioskPages(FleetView fleet, Layers layers, Wording wording) {
        return new KioskPages(fleet, layers, wording);
    }

    @Bean
    KioskForms kioskForms(
            KioskBook kiosks,
            FleetView fleet,
            Enrolments enrolments,
            Entry entry,
            AuditTrail audit,
            Wording wording,
            InstantSource clock) {
        return new KioskForms(kiosks, fleet, enrolments, entry, audit, wording, clock);
    }

    @Bean
    LayerForms layerForms(
            Layers layers, KioskBook kiosks, OfficeDirectory offices, InstantSource clock) {
        return new LayerForms(layers, kiosks, offices, clock);
    }

    @Bean
    LayerPages layerPages(Layers layers, FleetView fleet, LayerForms forms, Wording wording) {
        return new LayerPages(layers, fleet, forms, wording);
    }

    @Bean
    LayerChanges layerChanges(Layers layers, LayerForms forms, Wording wording) {
        return new LayerChanges(layers, forms, wording);
    }

    @Bean
    ReleasePages releasePages(
            Rollouts rollouts,
            Layers layers,
            FleetView fleet,
            AuditLog log,
            Wording wording,
            InstantSource clock) {
        return new ReleasePages(rollouts, layers, fleet, log, wording, clock);
    }

    @Bean
    ReleaseForms releaseForms(Rollouts rollouts, Layers layers, FleetView fleet, Wording wording) {
        return new ReleaseForms(rollouts, layers, fleet, wording);
    }

    @Bean
    IncidentPages incidentPages(
            WatchBook watch, AuditTrail audit, Wording wording, InstantSource clock) {
        return new IncidentPages(watch, audit, wording, clock);
    }

    @Bean
    MailPages mailPages(StuckMails mails, Wording wording, InstantSource clock) {
        return new MailPages(mails, wording, clock);
    }

    @Bean
    AuditPages auditPages(AuditLog log, AuditTrail trail, Wording wording, InstantSource clock) {
        return new AuditPages(log, trail, wording, clock);
    }
}
