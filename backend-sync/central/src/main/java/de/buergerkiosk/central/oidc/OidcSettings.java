package de.buergerkiosk.central.oidc;

import de.buergerkiosk.central.people.Person.Role;
import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.contract.json.Checks;
import de.buergerkiosk.contract.json.Fields;
import de.buergerkiosk.contract.json.MalformedDocument;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How the desk signs people in with the city's own accounts (OpenID Connect Core 1.0).
 *
 * @param issuer exactly as the provider writes it into its tokens
 * @param secretFile holds the client's secret; beside the settings unless it is absolute
 * @param nameClaim what the audit trail calls a person
 * @param roleClaim where the token says what somebody is; dots lead into objects
 * @param roles values of that claim, for each role
 * @param officeClaim where the token says which offices a clerk works for
 * @param offices values of that claim that are no names of offices here, and what they mean
 * @param contact whom people ask who are refused
 * @param passwords whether the login page still takes names and passwords of our own
 * @param demo the provider is the simulated one of the demonstration
 */
public record OidcSettings(
        URI issuer,
        String clientId,
        String secretFile,
        String nameClaim,
        String roleClaim,
        Map<Role, Set<String>> roles,
        String officeClaim,
        Map<String, String> offices,
        String contact,
        boolean passwords,
        boolean demo) {
    public static final int BYTES_MAX = 64 << 10;
    private static final int TEXT_CHARACTERS_MAX = 200;

    public OidcSettings {
        Checks.filled("clientId", clientId, TEXT_CHARACTERS_MAX);
        Checks.filled("secretFile", secretFile, 1000);
        Checks.filled("nameClaim", nameClaim, TEXT_CHARACTERS_MAX);
        Checks.filled("roleClaim", roleClaim, TEXT_CHARACTERS_MAX);
        Checks.filled("officeClaim", officeClaim, TEXT_CHARACTERS_MAX);
        Checks.filled("contact", contact, TEXT_CHARACTERS_MAX);
        roles = Map.copyOf(roles);
        offices = Map.copyOf(offices);
        checkIssuer(issuer, demo);
        checkRoles(roles);
    }

    /**
     * Reads strictly.
     *
     * @throws MalformedDocument naming the field
     */
    public static OidcSettings parse(byte[] json) {
        var fields = Fields.of(CanonicalJson.read(json, BYTES_MAX)).version(1);
        var read =
                new OidcSettings(
                        uri(fields.text("issuer")),
                        fields.text("clientId"),
                        fields.textIfPresent("secretFile").orElse("oidc.secret"),
                        fields.textIfPresent("nameClaim").orElse("preferred_username"),
                        fields.textIfPresent("roleClaim").orElse("roles"),
                        roles(fields.rawObject("roles")),
                        fields.textIfPresent("officeClaim").orElse("offices"),
                        fields.rawObjectIfPresent("offices")
                                .map(OidcSettings::offices)
                                .orElse(Map.of()),
                        fields.text("contact"),
                        fields.flag("passwords"),
                        fields.flag("demo"));
        fields.end();
        return read;
    }

    /** Where pages of the provider come from: scheme, name and port. */
    public String origin() {
        return issuer.getScheme() + "://" + issuer.getRawAuthority();
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new MalformedDocument("issuer", "is no address");
        }
    }

    /** Nobody's tokens travel in clear, and nobody believes a simulation by accident. */
    private static void checkIssuer(URI issuer, boolean demo) {
        var host = Optional.ofNullable(issuer.getHost()).orElse("");
        if (host.isEmpty() || issuer.getRawQuery() != null || issuer.getRawFragment() != null) {
            throw new MalformedDocument("issuer", "must be like https://login.city.example/staff");
        }
        var scheme = Optional.ofNullable(issuer.getScheme()).orElse("");
        if (demo && !(scheme.equals("http") && loopback(host))) {
            throw new MalformedDocument(
                    "issuer",
                    "is not on this machine, so \"demo\" must be false: it is for the simulated"
                            + " provider alone");
        }
        if (!demo && (!scheme.equals("https") || loopback(host))) {
            throw new MalformedDocument(
                    "issuer",
                    "must be https and not on this machine; the simulated provider is for"
                            + " demonstrations and wants \"demo\": true");
        }
    }

    private static boolean loopback(String host) {
        var name = host.toLowerCase(Locale.ROOT);
        if (name.equals("localhost") || name.endsWith(".localhost")) {
            return true;
        }
        // only what is written as a number; a name is not looked up for this
        if (!name.matches("[0-9.]+|\\[[0-9a-f:.]+]")) {
            return false;
        }
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** A value that makes two roles would make whoever has it what nobody may be. */
    private static void checkRoles(Map<Role, Set<String>> roles) {
        if (roles.isEmpty()) {
            throw new MalformedDocument("roles", "names no role, so nobody could sign in");
        }
        var seen = new HashMap<String, Role>();
        roles.forEach((role, values) ->
                values.forEach(value -> {
                    var other = seen.put(value, role);
                    if (other != null) {
                        throw new MalformedDocument(
                                "roles",
                                "has \"" + value + "\" for two roles; each value makes one");
                    }
                }));
    }

    private static Map<Role, Set<String>> roles(ObjectNode json) {
        var roles = new EnumMap<Role, Set<String>>(Role.class);
        json.properties()
                .forEach(each -> {
                    var role =
                            Arrays.stream(Role.values())
                                    .filter(known -> known.word().equals(each.getKey()))
                                    .findFirst()
                                    .orElseThrow(() ->
                                            new MalformedDocument(
                                                    "roles." + each.getKey(),
                                                    "is no role; use admin, clerk, lead or"
                                                            + " technician"));
                    roles.put(role, texts("roles." + each.getKey(), each.getValue()));
                });
        return roles;
    }

    private static Set<String> texts(String field, JsonNode array) {
        if (!array.isArray() || array.valueStream().anyMatch(each -> !each.isString())) {
            throw new MalformedDocument(field, "must be an array of texts");
        }
        return array.valueStream().map(JsonNode::stringValue).collect(Collectors.toSet());
    }

    private static Map<String, String> offices(ObjectNode json) {
        var offices = new HashMap<String, String>();
        json.properties()
                .forEach(each -> {
                    if (!each.getValue().isString()) {
                        throw new MalformedDocument(
                                "offices." + each.getKey(), "must be the name of an office");
                    }
                    offices.put(each.getKey(), each.getValue().stringValue());
                });
        return offices;
    }
}
