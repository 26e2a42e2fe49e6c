package de.buergerkiosk.demo;

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
import java.util.LinkedHashMap;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Looks at the desk as a clerk's script would: what arrived, and with which payment. */
public final class DeskClient {
    private final String url;
    private final List<Login> logins;

    /** Name and password of a clerk in the demonstration. */
    public record Login(String name, String password, String office) {
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
                            each.path("office").asString()));
        }
        return logins;
    }

    public List<Login> logins() {
        return logins;
    }

    /** All filings of all offices of the demonstration, each once. */
    public List<JsonNode> filings() throws IOException, InterruptedException {
        var byId = new LinkedHashMap<String, JsonNode>();
        for (var login : logins) {
            get("/api/filings", login)
                    .path("filings")
                    .forEach(filing -> byId.put(filing.path("id").asString(), filing));
        }
        return List.copyOf(byId.values());
    }

    /** One filing, opened with that office's key. */
    public JsonNode open(String id, Login login) throws IOException, InterruptedException {
        return get("/api/filings/" + id, login);
    }

    private JsonNode get(String path, Login login) throws IOException, InterruptedException {
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
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException("desk answered " + answer.statusCode() + " to " + path);
            }
            return JsonMapper.shared().readTree(answer.body());
        }
    }
}
