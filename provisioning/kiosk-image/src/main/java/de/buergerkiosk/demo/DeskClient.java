package de.buergerkiosk.demo;

import de.buergerkiosk.contract.fleet.EnrolmentCode;
import de.buergerkiosk.demo.fleet.Codes;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Looks at the desk as a clerk's script would: what arrived, and with which payment. */
public final class DeskClient implements Codes {
    private final String url;
    private final List<Login> logins;

    /**
     * Somebody who works at the desk of the demonstration.
     *
     * @param office empty for whoever works for none
     */
    public record Login(String name, String password, String role, String office) {
        @Override
        public String toString() {
            return "Login[" + name + "]";
        }
    }

    public DeskClient(String url, Path loginsFile) throws IOException {
        this.url = url;
        this.logins = read(loginsFile);
    }

    private static List<Login> read(Path file) throws IOException {
        var logins = new ArrayList<Login>();
        JsonNode root = JsonMapper.shared().readTree(Files.readString(file));
        for (var each : root.path("logins")) {
            logins.add(
                    new Login(
                            each.path("name").asString(),
                            each.path("password").asString(),
                            each.path("role").asString(),
                            each.path("office").asString()));
        }
        return logins;
    }

    public List<Login> logins() {
        return logins;
    }

    /** All filings of all offices of the demonstration, as a lead sees them. */
    public List<JsonNode> filings() throws IOException, InterruptedException {
        var lead = somebody("lead");
        var all = new ArrayList<JsonNode>();
        for (int page = 1, pages = 1; page <= pages; page++) {
            var answer = get("/api/filings?page=" + page, lead);
            answer.path("filings").forEach(all::add);
            pages = answer.path("pages").asInt();
        }
        return List.copyOf(all);
    }

    /** One filing, opened with that office's key. */
    public JsonNode open(String id, Login login) throws IOException, InterruptedException {
        return get("/api/filings/" + id, login);
    }

    @Override
    public Code code(String kiosk, String site, List<String> groups)
            throws IOException, InterruptedException {
        var place = JsonMapper.shared().createObjectNode().put("site", site);
        var array = place.putArray("groups");
        groups.forEach(array::add);
        var admin = admin();
        send("PUT", "/api/fleet/kiosks/" + kiosk, place.toString(), admin);
        var made = send("POST", "/api/fleet/kiosks/" + kiosk + "/enrolment", "", admin);
        var code =
                EnrolmentCode.parse(made.path("code").asString())
                        .orElseThrow(() -> new IOException("the desk gave no code"));
        return new Code(URI.create(made.path("centre").asString()), code);
    }

    /** How many of these kiosks the centre has heard. */
    public int beating(Set<String> kiosks) throws IOException, InterruptedException {
        int heard = 0;
        for (var each : get("/api/fleet/kiosks", admin()).path("kiosks")) {
            if (each.has("heardAt") && kiosks.contains(each.path("kiosk").asString())) {
                heard++;
            }
        }
        return heard;
    }

    /** A kiosk as the console has it; empty as long as it was never heard. */
    Optional<JsonNode> heard(String kiosk) throws IOException, InterruptedException {
        return get("/api/fleet/kiosks", admin())
                .path("kiosks")
                .valueStream()
                .filter(each -> each.path("kiosk").asString().equals(kiosk))
                .filter(each -> each.has("heartbeat"))
                .findFirst();
    }

    private Login admin() throws IOException {
        return somebody("admin");
    }

    private Login somebody(String role) throws IOException {
        return logins.stream()
                .filter(login -> login.role().equals(role))
                .findFirst()
                .orElseThrow(() -> new IOException("nobody at the desk is " + role));
    }

    private JsonNode get(String path, Login login) throws IOException, InterruptedException {
        return send("GET", path, "", login);
    }

    private JsonNode send(String method, String path, String body, Login login)
            throws IOException, InterruptedException {
        var basic =
                Base64.getEncoder()
                        .encodeToString(
                                (login.name() + ":" + login.password())
                                        .getBytes(StandardCharsets.UTF_8));
        try (var client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build()) {
            var answer =
                    client.send(
                            HttpRequest.newBuilder(URI.create(url).resolve(path))
                                    .timeout(Duration.ofSeconds(20))
                                    .header("Authorization", "Basic " + basic)
                                    .header("Accept", "application/json")
                                    .header("Content-Type", "application/json")
                                    .method(method, HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200 && answer.statusCode() != 201) {
                throw new IOException("desk answered " + answer.statusCode() + " to " + path);
            }
            return JsonMapper.shared().readTree(answer.body());
        }
    }
}
