package de.buergerkiosk.eid.ausweisapp;

import de.buergerkiosk.eid.MunicipalityKey;
import de.buergerkiosk.eid.ausweisapp.SdkMessage.About;
import de.buergerkiosk.eid.ausweisapp.SdkMessage.AccessRights;
import de.buergerkiosk.eid.ausweisapp.SdkMessage.ApiLevel;
import de.buergerkiosk.eid.ausweisapp.SdkMessage.AuthEnded;
import de.buergerkiosk.eid.ausweisapp.SdkMessage.AuthRefused;
import de.buergerkiosk.eid.ausweisapp.SdkMessage.AuthStarted;
import de.buergerkiosk.eid.ausweisapp.SdkMessage.CertificateShown;
import de.buergerkiosk.eid.ausweisapp.SdkMessage.ChangeEnded;
import de.buergerkiosk.eid.ausweisapp.SdkMessage.ChangeStarted;
import de.buergerkiosk.eid.ausweisapp.SdkMessage.Enter;
import de.buergerkiosk.eid.ausweisapp.SdkMessage.Failure;
import de.buergerkiosk.eid.ausweisapp.SdkMessage.InsertCard;
import de.buergerkiosk.eid.ausweisapp.SdkMessage.NotTaken;
import de.buergerkiosk.eid.ausweisapp.SdkMessage.Paused;
import de.buergerkiosk.eid.ausweisapp.SdkMessage.ReaderChanged;
import de.buergerkiosk.eid.ausweisapp.SdkMessage.ReaderList;
import de.buergerkiosk.eid.ausweisapp.SdkMessage.Secret;
import de.buergerkiosk.eid.ausweisapp.SdkMessage.Status;
import de.buergerkiosk.eid.ausweisapp.SdkMessage.Unheard;
import de.buergerkiosk.ports.eid.EidEvent.Certificate;
import de.buergerkiosk.ports.eid.EidEvent.Compared;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads messages of AusweisApp. What we need has to be there and of the right type; what we do not
 * know is passed over, as the SDK's documentation asks.
 */
final class SdkReading {
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    /** Terms of usage are pages of text; everything else is far shorter. */
    private static final int TEXT_MAX = 100_000;

    private static final int LIST_MAX = 64;
    private static final int TRIES_MAX = 3;
    private static final String MAJOR = "http://www.bsi.bund.de/ecard/api/1.1/resultmajor#";
    private static final String MINOR = "http://www.bsi.bund.de/ecard/api/1.1/resultminor/";

    private SdkReading() {}

    /** A text from the wire, read. */
    sealed interface Read {
        record Understood(SdkMessage message) implements Read {}

        /** No message of AusweisApp; says what is wrong, never what stands in it. */
        record Strange(String why) implements Read {}
    }

    static Read read(String text) {
        JsonNode root;
        try {
            root = MAPPER.readTree(text);
        } catch (JacksonException e) {
            return new Read.Strange("not JSON");
        }
        if (!root.isObject()) {
            return new Read.Strange("not a JSON object");
        }
        try {
            return new Read.Understood(message(new Part("message", root)));
        } catch (IllegalArgumentException e) {
            return new Read.Strange(String.valueOf(e.getMessage()));
        }
    }

    private static SdkMessage message(Part root) {
        String name = root.text("msg");
        if (!name.matches("[A-Z_]{1,40}")) {
            throw root.wrong("msg");
        }
        var all = new Part(name, root.node());
        return switch (name) {
            case "AUTH" -> auth(all);
            case "ACCESS_RIGHTS" -> rights(all);
            case "CERTIFICATE" -> new CertificateShown(certificate(all));
            case "INSERT_CARD" -> new InsertCard(all.optionalText("error"));
            case "READER" -> new ReaderChanged(reader(all));
            case "READER_LIST" -> readers(all);
            case "ENTER_PIN" -> enter(Secret.PIN, all);
            case "ENTER_CAN" -> enter(Secret.CAN, all);
            case "ENTER_PUK" -> enter(Secret.PUK, all);
            case "ENTER_NEW_PIN" -> enter(Secret.NEW_PIN, all);
            case "CHANGE_PIN" ->
                    all.has("success")
                            ? new ChangeEnded(all.flag("success"), code(all))
                            : new ChangeStarted();
            case "STATUS" ->
                    new Status(
                            all.optionalText("workflow"),
                            all.has("progress")
                                    ? Optional.of(all.number("progress", 100))
                                    : Optional.empty(),
                            all.optionalText("state"));
            case "PAUSE" -> new Paused(all.text("cause"));
            case "API_LEVEL" -> apiLevel(all);
            case "INFO" -> info(all.child("VersionInfo"));
            case "BAD_STATE", "INVALID", "UNKNOWN_COMMAND" ->
                    new NotTaken(name, all.optionalText("error").orElse(""));
            case "INTERNAL_ERROR" -> new Failure();
            default -> new Unheard(name);
        };
    }

    private static SdkMessage auth(Part auth) {
        if (auth.has("error")) {
            return new AuthRefused(auth.text("error"));
        }
        if (!auth.has("result")) {
            return new AuthStarted();
        }
        Part result = auth.child("result");
        String major = result.text("major");
        boolean ok = major.equals(MAJOR + "ok");
        if (!ok && !major.startsWith(MAJOR)) {
            throw result.wrong("major");
        }
        String minor = result.optionalText("minor").orElse("");
        return new AuthEnded(
                ok,
                minor.startsWith(MINOR) ? minor.substring(MINOR.length()) : minor,
                code(result),
                auth.optionalText("url").map(url -> uri(auth, url)));
    }

    /** Only what looks like a code may come into a fault's detail. */
    private static Optional<String> code(Part part) {
        return part.optionalText("reason").filter(code -> code.matches("[A-Za-z0-9_]{1,80}"));
    }

    private static URI uri(Part part, String url) {
        try {
            return new URI(url);
        } catch (java.net.URISyntaxException e) {
            throw part.wrong("url");
        }
    }

    private static AccessRights rights(Part all) {
        Part chat = all.child("chat");
        return new AccessRights(
                chat.names("required"),
                chat.names("optional"),
                chat.names("effective"),
                all.has("aux") ? compared(all.child("aux")) : Compared.NOTHING,
                all.optionalText("transactionInfo").filter(info -> !info.isBlank()),
                all.optionalText("error"));
    }

    private static Compared compared(Part aux) {
        return new Compared(
                aux.optionalText("requiredAge").map(years -> aux.digits("requiredAge", years)),
                aux.optionalText("communityId").flatMap(MunicipalityKey::ags));
    }

    private static Certificate certificate(Part all) {
        Part description = all.child("description");
        Part validity = all.child("validity");
        try {
            return new Certificate(
                    description.text("subjectName"),
                    description.optionalText("subjectUrl").orElse(""),
                    description.optionalText("issuerName").orElse(""),
                    description.optionalText("purpose").orElse(""),
                    description.optionalText("termsOfUsage").orElse(""),
                    LocalDate.parse(validity.text("expirationDate")));
        } catch (DateTimeException e) {
            throw validity.wrong("expirationDate");
        }
    }

    private static ReaderList readers(Part all) {
        var readers = new ArrayList<SdkReader>();
        // level 1 called the list "reader"
        for (Part each : all.children(all.has("readers") ? "readers" : "reader")) {
            readers.add(reader(each));
        }
        return new ReaderList(readers);
    }

    private static SdkReader reader(Part part) {
        return new SdkReader(
                part.text("name"),
                part.flag("attached"),
                part.flagOr("keypad", false),
                part.flagOr("insertable", false),
                part.has("card") ? Optional.of(card(part.child("card"))) : Optional.empty());
    }

    private static SdkReader.Card card(Part card) {
        if (!card.has("retryCounter") && !card.has("deactivated")) {
            return new SdkReader.Card.Unknown();
        }
        // newer versions give -1 while they have not asked the card yet
        return card.node().path("retryCounter").asInt(0) < 0
                ? new SdkReader.Card.NotAskedYet()
                : new SdkReader.Card.Known(
                        card.number("retryCounter", TRIES_MAX),
                        card.flagOr("deactivated", false),
                        card.flagOr("inoperative", false));
    }

    private static Enter enter(Secret secret, Part all) {
        return new Enter(
                secret,
                all.has("reader") ? Optional.of(reader(all.child("reader"))) : Optional.empty(),
                all.optionalText("error"));
    }

    private static ApiLevel apiLevel(Part all) {
        var levels = new LinkedHashSet<Integer>();
        for (JsonNode level : all.array("available")) {
            levels.add(level.asInt(0));
        }
        return new ApiLevel(levels, all.number("current", 99), all.optionalText("error"));
    }

    private static About info(Part version) {
        return new About(
                version.optionalText("Name").orElseGet(() -> version.text("Implementation-Title")),
                version.text("Implementation-Version"));
    }

    /** An object of a message, with its place for complaints. */
    private record Part(String place, JsonNode node) {
        IllegalArgumentException wrong(String key) {
            return new IllegalArgumentException(place + " lacks a usable " + key);
        }

        boolean has(String key) {
            return node.hasNonNull(key);
        }

        private JsonNode needed(String key) {
            JsonNode value = node.get(key);
            if (value == null || value.isNull()) {
                throw wrong(key);
            }
            return value;
        }

        Part child(String key) {
            JsonNode value = needed(key);
            if (!value.isObject()) {
                throw wrong(key);
            }
            return new Part(place + "." + key, value);
        }

        List<JsonNode> array(String key) {
            JsonNode value = needed(key);
            if (!value.isArray() || value.size() > LIST_MAX) {
                throw wrong(key);
            }
            var elements = new ArrayList<JsonNode>();
            value.forEach(elements::add);
            return elements;
        }

        List<Part> children(String key) {
            var children = new ArrayList<Part>();
            for (JsonNode element : array(key)) {
                if (!element.isObject()) {
                    throw wrong(key);
                }
                children.add(new Part(place + "." + key, element));
            }
            return children;
        }

        Set<String> names(String key) {
            var names = new LinkedHashSet<String>();
            for (JsonNode element : array(key)) {
                if (!element.isString() || !element.stringValue().matches("[A-Za-z]{1,40}")) {
                    throw wrong(key);
                }
                names.add(element.stringValue());
            }
            return names;
        }

        String text(String key) {
            JsonNode value = needed(key);
            if (!value.isString() || value.stringValue().length() > TEXT_MAX) {
                throw wrong(key);
            }
            return value.stringValue();
        }

        Optional<String> optionalText(String key) {
            return has(key) ? Optional.of(text(key)) : Optional.empty();
        }

        int digits(String key, String text) {
            if (!text.matches("[0-9]{1,3}")) {
                throw wrong(key);
            }
            return Integer.parseInt(text);
        }

        boolean flag(String key) {
            JsonNode value = needed(key);
            if (!value.isBoolean()) {
                throw wrong(key);
            }
            return value.booleanValue();
        }

        boolean flagOr(String key, boolean otherwise) {
            return has(key) ? flag(key) : otherwise;
        }

        int number(String key, int max) {
            JsonNode value = needed(key);
            if (!value.isIntegralNumber() || value.asLong(-1) < 0 || value.asLong(-1) > max) {
                throw wrong(key);
            }
            return value.intValue();
        }
    }
}
