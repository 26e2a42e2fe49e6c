package de.buergerkiosk.agent.duty;

import de.buergerkiosk.agent.apply.Named;
import de.buergerkiosk.contract.fleet.Applied;
import de.buergerkiosk.contract.fleet.Enrolled;
import de.buergerkiosk.contract.fleet.EnrolmentRequest;
import de.buergerkiosk.contract.fleet.Heartbeat;
import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.contract.json.Fields;
import de.buergerkiosk.contract.json.MalformedDocument;
import de.buergerkiosk.courier.KioskKit;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Over HTTPS: mutual TLS 1.3 with the kit's certificate, the city's authority pinned, one connection kept. */
public final class HttpsFleetLine implements FleetLine, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpsFleetLine.class);
    private static final Duration CONNECT_MAX = Duration.ofSeconds(10);
    private static final Duration EXCHANGE_MAX = Duration.ofSeconds(30);
    private static final Duration FETCH_MAX = Duration.ofMinutes(10);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PATIENCE_MAX = Duration.ofMinutes(10);
    private static final int ANSWER_BYTES_MAX = 1 << 20;

    /** As much as a bundle may have, and a byte that shows that it has more. */
    private static final int BUNDLE_BYTES_MAX = (64 << 20) + 1;

    private final HttpClient client;
    private final KioskKit kit;

    /** The client's own work runs on these threads. */
    public HttpsFleetLine(KioskKit kit, Executor threads) {
        this.kit = kit;
        var parameters = kit.tls().getDefaultSSLParameters();
        parameters.setProtocols(new String[] {"TLSv1.3"});
        this.client =
                HttpClient.newBuilder()
                        .sslContext(kit.tls())
                        .sslParameters(parameters)
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .proxy(HttpClient.Builder.NO_PROXY)
                        .connectTimeout(CONNECT_MAX)
                        .executor(threads)
                        .build();
    }

    @Override
    public News desired(long have, Duration wait) throws InterruptedException {
        var path = "/v1/desired?have=" + have + "&wait=" + wait.toSeconds();
        try {
            var answer =
                    send(request(path).timeout(wait.plus(EXCHANGE_MAX)).GET(), ANSWER_BYTES_MAX);
            return switch (answer.statusCode()) {
                case 200 -> newer(answer.body());
                case 204 -> new News.Nothing();
                case 429, 503 -> new News.Busy(patience(answer));
                default -> new News.Down("the centre answers " + answer.statusCode());
            };
        } catch (IOException | MalformedDocument e) {
            return new News.Down(e.toString());
        }
    }

    private static News newer(byte[] body) {
        var fields = Fields.of(CanonicalJson.read(body, ANSWER_BYTES_MAX)).version(1);
        return new News.Newer(new Named(fields.number("version"), fields.text("digest")));
    }

    private static Duration patience(HttpResponse<byte[]> answer) {
        var seconds =
                answer.headers()
                        .firstValue("Retry-After")
                        .filter(value -> value.matches("\\d{1,9}"))
                        .map(Long::parseLong)
                        .map(Duration::ofSeconds)
                        .orElse(PATIENCE);
        return seconds.compareTo(PATIENCE_MAX) > 0 ? PATIENCE_MAX : seconds;
    }

    @Override
    public Optional<byte[]> bundle(String digest) throws InterruptedException {
        try {
            var answer =
                    send(
                            request("/v1/bundles/" + digest).timeout(FETCH_MAX).GET(),
                            BUNDLE_BYTES_MAX);
            return answer.statusCode() == 200 ? Optional.of(answer.body()) : Optional.empty();
        } catch (IOException e) {
            LOG.info("AGT-LINE-DOWN a bundle did not arrive: {}", e.toString());
            return Optional.empty();
        }
    }

    @Override
    public Optional<Instant> beat(Heartbeat beat) throws InterruptedException {
        try {
            var answer = send(json("/v1/heartbeats", "POST", beat.json()), ANSWER_BYTES_MAX);
            if (answer.statusCode() != 200) {
                LOG.warn("AGT-REFUSED the centre answers a heartbeat with {}", answer.statusCode());
                return Optional.empty();
            }
            var fields = Fields.of(CanonicalJson.read(answer.body(), ANSWER_BYTES_MAX));
            return Optional.of(fields.instant("at"));
        } catch (IOException | MalformedDocument e) {
            LOG.info("AGT-LINE-DOWN {}", e.toString());
            return Optional.empty();
        }
    }

    @Override
    public boolean applied(Applied applied) throws InterruptedException {
        try {
            return send(json("/v1/applied", "PUT", applied.json()), ANSWER_BYTES_MAX).statusCode()
                    == 204;
        } catch (IOException e) {
            LOG.info("AGT-LINE-DOWN {}", e.toString());
            return false;
        }
    }

    @Override
    public Optional<Enrolled> renewed(EnrolmentRequest request) throws InterruptedException {
        try {
            var answer = send(json("/v1/certificates", "POST", request.json()), ANSWER_BYTES_MAX);
            if (answer.statusCode() == 201) {
                return Optional.of(Enrolled.parse(answer.body()));
            }
            LOG.warn("AGT-NOT-RENEWED the centre answers {}", answer.statusCode());
            return Optional.empty();
        } catch (IOException | MalformedDocument e) {
            LOG.warn("AGT-NOT-RENEWED {}", e.toString());
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request, int bytesMax)
            throws IOException, InterruptedException {
        return client.send(
                request.build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), bytesMax));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(kit.deviceDoor().resolve(path));
    }

    private HttpRequest.Builder json(String path, String method, byte[] body) {
        return request(path)
                .timeout(EXCHANGE_MAX)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofByteArray(body));
    }
}
