package de.buergerkiosk.main;

import de.buergerkiosk.agent.apply.Bundles;
import de.buergerkiosk.agent.apply.Current;
import de.buergerkiosk.contract.bundle.Root;
import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.contract.json.MalformedDocument;
import de.buergerkiosk.forms.Localized;
import de.buergerkiosk.page.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The kiosk as one of the city's: what the centre says goes over what stands in its own file. A
 * kiosk whose kit knows no root of the city is none of them, and runs with its own file alone.
 */
final class Membership {
    private static final int FILE_BYTES_MAX = 1 << 20;

    /** Where the centre's words stand, and which of our settings they are. */
    private static final Map<String, String> FIELDS =
            Map.ofEntries(
                    over("/services", "kiosk", "offer"),
                    over("/venue", "kiosk", "venue"),
                    over("/languages", "kiosk", "languages"),
                    over("/idle/anonymousSeconds", "screen", "idleAnonymousSeconds"),
                    over("/idle/personalSeconds", "screen", "idlePersonalSeconds"),
                    over("/idle/warningSeconds", "screen", "idleWarningSeconds"),
                    over("/devices/payment/host", "payment", "host"),
                    over("/devices/payment/port", "payment", "port"),
                    over("/devices/printer/host", "printer", "host"),
                    over("/devices/printer/port", "printer", "port"),
                    over("/devices/printer/profile", "printer", "profile"),
                    over("/devices/scanner", "devices", "scanner"));

    private static final String HOURS = "/openingHours";
    private static final String STAFF = "/staff";

    private static Map.Entry<String, String> over(String said, String section, String name) {
        return Map.entry(said, section + "." + name);
    }

    private final Bundles bundles;
    private final Current current;

    private Membership(Bundles bundles, Current current) {
        this.bundles = bundles;
        this.current = current;
    }

    /** What is staged is begun here: whoever asks is about to open, so nobody is there. */
    static Optional<Membership> of(Settings own) {
        try {
            var root = own.kit().resolve("root.json");
            var kiosk = own.kit().resolve("kiosk.json");
            if (Files.notExists(root) || Files.notExists(kiosk)) {
                return Optional.empty();
            }
            var name = CanonicalJson.read(Files.readAllBytes(kiosk), FILE_BYTES_MAX);
            var bundles =
                    Bundles.open(
                            own.kiosk().data().resolve("agent"),
                            name.path("kioskId").asString(),
                            Root.parse(Files.readAllBytes(root)));
            if (bundles.isStaged()) {
                var _ = bundles.beginTrial();
            }
            return Optional.of(new Membership(bundles, bundles.current()));
        } catch (IOException | MalformedDocument e) {
            log().error("AGT-FOLDER the centre's settings are left out: {}", e.toString());
            return Optional.empty();
        }
    }

    /** Not a constant: to open the log takes time, and the first frame comes first. */
    private static Logger log() {
        return LoggerFactory.getLogger(Membership.class);
    }

    Bundles bundles() {
        return bundles;
    }

    Current current() {
        return current;
    }

    /** The trial did not open; the last good bundle holds from now on. False without a trial. */
    boolean failed(String why) {
        try {
            if (!current.trial() || current.bundle().filter(bundles::isGood).isPresent()) {
                return false;
            }
            bundles.fallBack(why);
            return true;
        } catch (IOException e) {
            log().error("AGT-FOLDER {}", e.toString());
            return false;
        }
    }

    /** What goes over the kiosk's own file, by the names of its settings. */
    Map<String, String> overrides() {
        var all = new LinkedHashMap<String, String>();
        FIELDS.forEach((pointer, field) -> {
            var value = current.settings().at(pointer);
            if (!value.isMissingNode()) {
                all.put(field, text(value));
            }
        });
        hours(all);
        staff(all);
        current.folder()
                .map(folder -> folder.resolve("services"))
                .filter(Files::isDirectory)
                .map(Path::toString)
                .ifPresent(folder -> all.put("kiosk.services", folder));
        return all;
    }

    /** As a whole: a day that the centre leaves out is closed. */
    private void hours(Map<String, String> all) {
        var said = current.settings().at(HOURS);
        if (!said.isMissingNode()) {
            for (var day : DayOfWeek.values()) {
                var spans = said.path(day.name().toLowerCase(Locale.ROOT));
                all.put(CareSettings.field(day), spans.isMissingNode() ? "" : text(spans));
            }
        }
    }

    /** As a whole: who is not among them any more cannot come in any more. */
    private void staff(Map<String, String> all) {
        var said = current.settings().at(STAFF);
        if (!said.isMissingNode()) {
            all.put(
                    CareSettings.PEOPLE,
                    String.join(",", said.valueStream().map(Membership::entry).toList()));
        }
    }

    private static String entry(JsonNode person) {
        return String.join(
                " ",
                person.path("code").asString(),
                person.path("role").asString(),
                person.path("validUntil").asString(),
                person.path("pin").asString(),
                person.path("name").asString());
    }

    private static String text(JsonNode value) {
        return value.isArray()
                ? String.join(",", value.valueStream().map(JsonNode::asString).toList())
                : value.asString();
    }

    /** The texts of the welcome page as the city wants them, and its warning to everybody. */
    Words words(Words own) {
        var title = localized("/welcome/title");
        var what = localized("/welcome/what");
        var banner = localized("/banner");
        var words = own;
        if (!title.isEmpty()) {
            words = words.with("welcome.title", title);
        }
        if (!what.isEmpty()) {
            words = words.with("welcome.what", what);
        }
        var elsewhere = localized("/elsewhere");
        if (!elsewhere.isEmpty()) {
            words = words.with("door.elsewhere", elsewhere);
        }
        return banner.containsKey("de") ? words.warning(new Localized(banner)) : words;
    }

    private Map<String, String> localized(String pointer) {
        var texts = new LinkedHashMap<String, String>();
        if (current.settings().at(pointer) instanceof ObjectNode object) {
            object.properties()
                    .forEach(each -> texts.put(each.getKey(), each.getValue().asString()));
        }
        return texts;
    }

    /** What holds now, in the form of a layer; only what the centre may say. */
    static ObjectNode holding(Current current, List<String> services) {
        var json = current.settings().deepCopy();
        if (json.isEmpty()) {
            var array = json.putArray("services");
            services.forEach(array::add);
        }
        return json;
    }
}
