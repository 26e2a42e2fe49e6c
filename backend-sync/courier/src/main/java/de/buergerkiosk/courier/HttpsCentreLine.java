package de.buergerkiosk.courier;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.contract.json.Fields;
import de.buergerkiosk.contract.json.MalformedDocument;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * The line over HTTPS: mutual TLS 1.3, the city's authority pinned, no redirects, no proxy, every
 * exchange bounded in time and size.
 */
public final class HttpsCentreLine implements CentreLine, AutoCloseable {
    private static final int ANSWER_BYTES_MAX = 64_000;
    private static final int DETAIL_CHARACTERS_MAX = 300;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PATIENCE_MAX = Duration.ofHours(1);

    private final HttpClient client;
    private final URI door;
    private final Duration exchangeMax;

    /**
     * @param threads where the client's own work runs
     * @param connectMax for connection and TLS
     * @param exchangeMax for the whole exchange including connection
     */
    public HttpsCentreLine(
            KioskKit kit, Executor threads, Duration connectMax, Duration exchangeMax) {
        this.door = kit.deviceDoor();
        this.exchangeMax = exchangeMax;
        var parameters = kit.tls().getDefaultSSLParameters();
        parameters.setProtocols(new String[] {"TLSv1.3"});
        this.client =
                HttpClient.newBuilder()
                        .sslContext(kit.tls())
                        .sslParameters(parameters)
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .proxy(HttpClient.Builder.NO_PROXY)
                        .connectTimeout(connectMax)
                        .executor(threads)
                        .build();
    }

    /** With the usual bounds: 10 s to connect, 60 s in all. */
    public static HttpsCentreLine of(KioskKit kit, Executor threads) {
        return new HttpsCentreLine(kit, threads, Duration.ofSeconds(10), Duration.ofSeconds(60));
    }

    @Override
    public Reply put(Parcel parcel) throws InterruptedException {
        var request =
                HttpRequest.newBuilder(door.resolve("/v1/filings/" + parcel.id()))
                        .timeout(exchangeMax)
                        .header("Content-Type", "application/json")
                        .header("Accept", "application/secevent+jwt, application/problem+json")
                        .PUT(BodyPublishers.ofByteArray(parcel.body()))
                        .build();
        var answer =
                client.sendAsync(
                        request,
                        BodyHandlers.limiting(BodyHandlers.ofByteArray(), ANSWER_BYTES_MAX));
        try {
            return reply(answer.get(exchangeMax.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return new Reply.Unreachable("no answer within " + exchangeMax);
        } catch (ExecutionException e) {
            return new Reply.Unreachable(why(Objects.requireNonNull(e.getCause())));
        } finally {
            // does nothing to an exchange that has ended
            answer.cancel(true);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    /** Only what speaks about the body itself is final; all else may heal and is tried again. */
    private static Reply reply(HttpResponse<byte[]> answer) {
        return switch (answer.statusCode()) {
            case 200, 201 -> new Reply.Receipt(new String(answer.body(), UTF_8).strip());
            case 409 -> new Reply.Conflict(detail(answer));
            case 400, 413, 415, 422 -> new Reply.Refused(answer.statusCode(), detail(answer));
            case 429, 503 -> new Reply.Busy(patience(answer));
            default ->
                    new Reply.Unreachable(
                            "the centre answers " + answer.statusCode() + " " + detail(answer));
        };
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

    /** The {@code detail} of a problem document (RFC 9457), shortened; empty where there is none. */
    private static String detail(HttpResponse<byte[]> answer) {
        try {
            var detail =
                    Fields.of(CanonicalJson.read(answer.body(), ANSWER_BYTES_MAX)).text("detail");
            var oneLine = detail.replaceAll("\\p{Cntrl}+", " ");
            return oneLine.substring(0, Math.min(oneLine.length(), DETAIL_CHARACTERS_MAX));
        } catch (MalformedDocument e) {
            return "";
        }
    }

    private static String why(Throwable cause) {
        return switch (cause) {
            case SSLException tls -> "TLS: " + tls.getMessage();
            case IOException io ->
                    io.getClass().getSimpleName()
                            + (io.getMessage() == null ? "" : ": " + io.getMessage());
            default -> throw new IllegalStateException("the HTTP client failed", cause);
        };
    }
}
