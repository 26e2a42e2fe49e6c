package de.buergerkiosk.main;

import de.buergerkiosk.forms.Identification;
import de.buergerkiosk.forms.ServiceDefinition;
import de.buergerkiosk.forms.ServiceFolder;
import de.buergerkiosk.journey.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the services from their folders. A broken one is left out and told; the rest is offered. */
final class Shelf {
    private static final Logger LOG = LoggerFactory.getLogger(Shelf.class);

    private Shelf() {}

    static Catalogue read(Settings settings, Set<String> offices) throws OutOfService {
        var kiosk = settings.kiosk();
        return offered(
                read(kiosk.services(), settings.eid(), offices), kiosk.offer(), kiosk.services());
    }

    /** In the order of the offer. Something that is not there is missing, the others are not. */
    private static Catalogue offered(Catalogue all, List<String> offer, Path folder)
            throws OutOfService {
        if (offer.isEmpty()) {
            return all;
        }
        var known = new ArrayList<ServiceDefinition>();
        for (var id : offer) {
            var found = all.services().stream().filter(each -> each.id().equals(id)).findFirst();
            found.ifPresent(known::add);
            if (found.isEmpty()) {
                LOG.error("SRV-MISSING kiosk.offer: {} is not usable, or not in {}", id, folder);
            }
        }
        if (known.isEmpty()) {
            throw new OutOfService(
                    "SRV-NONE",
                    "kiosk.offer: none of " + offer + " is usable in " + folder + "; offer others");
        }
        return new Catalogue(known);
    }

    static Catalogue read(Path folder, Settings.Eid eid, Set<String> offices) throws OutOfService {
        var services = new ArrayList<ServiceDefinition>();
        for (var each : folders(folder)) {
            switch (ServiceFolder.load(each)) {
                case ServiceFolder.Loaded(var service) -> {
                    if (usable(service, eid, offices)) {
                        services.add(service);
                    }
                }
                case ServiceFolder.Broken(var findings) ->
                        findings.forEach(finding ->
                                LOG.error(
                                        "SRV-BROKEN {} {} {}: {}. {}",
                                        each.getFileName(),
                                        finding.file(),
                                        finding.place(),
                                        finding.message(),
                                        finding.cure()));
            }
        }
        if (services.isEmpty()) {
            throw new OutOfService(
                    "SRV-NONE",
                    "kiosk.services: no usable service in "
                            + folder
                            + "; check each with: ./kiosk service check FOLDER");
        }
        if (services.size() > Catalogue.SERVICES_MAX) {
            throw new OutOfService(
                    "SRV-TOO-MANY",
                    "kiosk.services: %d usable services in %s, and %d fit on the page; move the others"
                                    .formatted(services.size(), folder, Catalogue.SERVICES_MAX)
                            + " to another folder");
        }
        return new Catalogue(services);
    }

    /** A citizen must not fill a form in vain: nobody to identify with, or nobody to send it to. */
    private static boolean usable(
            ServiceDefinition service, Settings.Eid eid, Set<String> offices) {
        if (!offices.contains(service.office())) {
            LOG.error(
                    "SRV-NO-OFFICE {}: the kit has no key of the office {}; it has {}",
                    service.id(),
                    service.office(),
                    offices);
            return false;
        }
        var identifiable =
                service.identification() instanceof Identification.NotNeeded
                        || !(eid instanceof Settings.Eid.None);
        if (!identifiable) {
            LOG.warn("{} needs identification and this kiosk has none; not offered", service.id());
        }
        return identifiable;
    }

    private static List<Path> folders(Path folder) throws OutOfService {
        try (var entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new OutOfService(
                    "SRV-NONE",
                    "kiosk.services: cannot read the folder "
                            + folder
                            + "; set it to the folder that holds the services",
                    e);
        }
    }
}
