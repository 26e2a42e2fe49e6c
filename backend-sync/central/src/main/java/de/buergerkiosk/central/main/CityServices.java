package de.buergerkiosk.central.main;

import de.buergerkiosk.central.CentreTrouble;
import de.buergerkiosk.central.identity.AskedServices;
import de.buergerkiosk.central.identity.ServiceAsking;
import de.buergerkiosk.contract.identity.Attribute;
import de.buergerkiosk.contract.identity.IdentityOffer.Asked;
import de.buergerkiosk.forms.Identification;
import de.buergerkiosk.forms.ServiceDefinition;
import de.buergerkiosk.forms.ServiceFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the municipal services of a folder ask of an ID card. A broken one is left out and told. */
final class CityServices implements AskedServices {
    private static final Logger LOG = LoggerFactory.getLogger(CityServices.class);

    private final Map<String, Known> byId;

    private CityServices(Map<String, Known> byId) {
        this.byId = Map.copyOf(byId);
    }

    static CityServices read(Path folder) throws CentreTrouble {
        var known = new HashMap<String, Known>();
        for (var each : folders(folder)) {
            switch (ServiceFolder.load(each)) {
                case ServiceFolder.Loaded(var service) -> known.put(service.id(), asked(service));
                case ServiceFolder.Broken(var findings) ->
                        LOG.error(
                                "CEN-SERVICE-BROKEN {}: {} findings; nobody can identify for it;"
                                        + " check it with ./kiosk service check",
                                each.getFileName(),
                                findings.size());
            }
        }
        return new CityServices(known);
    }

    private static Known asked(ServiceDefinition service) {
        return switch (service.identification()) {
            case Identification.NotNeeded() -> new Known.AsksNobody();
            case Identification.Needed(var required, var optional, var ageOver, var placeIs, _) ->
                    new Known.Asks(
                            new ServiceAsking(
                                    service.id(),
                                    service.version(),
                                    service.title().in("de"),
                                    new Asked(
                                            attributes(required),
                                            attributes(optional),
                                            ageOver,
                                            placeIs)));
        };
    }

    private static Set<Attribute> attributes(Set<String> names) {
        return Attribute.parse("identification", List.copyOf(names));
    }

    private static List<Path> folders(Path folder) throws CentreTrouble {
        try (var entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new CentreTrouble(
                    "CEN-DATA-UNREACHABLE",
                    "--services: " + folder + " cannot be read (" + e + "); mend its rights");
        }
    }

    @Override
    public Optional<Known> of(String service) {
        return Optional.ofNullable(byId.get(service));
    }
}
