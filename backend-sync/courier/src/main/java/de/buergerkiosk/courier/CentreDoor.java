package de.buergerkiosk.courier;

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
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;

/** The device door of the centre, for short exchanges while a citizen waits. */
public final class CentreDoor implements AutoCloseable {
    private static final int PROBLEM_BYTES_MAX = 96 << 10;
    private static final int PAUSE_SECONDS_DIGITS_MAX = 6;

    private final HttpClient client;
    private final URI door;
    private final Duration exchangeMax;
    private final int answerBytesMax;

    /**
     * @param tls with the kiosk's certificate, trusting the city's authority alone
     * @param threads where the client's own work runs
     * @param connectMax for connection and TLS
     * @param exchangeMax for the whole exchange including connection
     * @param answerBytesMax of an answer; a longer one counts as none
     */
    public CentreDoor(
            URI door,
            SSLContext tls,
            Executor threads,
            Duration connectMax,
            Duration exchangeMax,
            int answerBytesMax) {
        this.door = door;
        this.exchangeMax = exchangeMax;
        this.answerBytesMax = answerBytesMax;
        var parameters = tls.getDefaultSSLParameters();
        parameters.setProtocols(new String[] {"TLSv1.3"});
        this.client =
                HttpClient.newBuilder()
                        .sslContext(tls)
                        .sslParameters(parameters)
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .proxy(HttpClient.Builder.NO_PROXY)
                        .connectTimeout(connectMax)
                        .executor(threads)
                        .build();
    }

    /** How an exchange ended. */
    public sealed interface Reply {
        /**
         * Done.
         *
         * @param body as it came; may be sealed, never is readable
         */
        record Fine(Body body) implements Reply {}

        /**
         * Refused.
         *
         * @param name of the problem, such as {@code not-yet}; empty where the answer names none
         * @param pause that the centre asks for before the next request
         */
        record Problem(int status, String name, Body body, Optional<Duration> pause)
                implements Reply {}

        record Unreachable(String why) implements Reply {}
    }

    /** The bytes of an answer. */
    public static final class Body {
        private final byte[] bytes;

        Body(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        public byte[] bytes() {
            return bytes.clone();
        }
    }

    public Reply get(String path) throws InterruptedException {
        return exchange(request(path).GET().build());
    }

    public Reply post(String path, byte[] json) throws InterruptedException {
        return exchange(json(path).POST(BodyPublishers.ofByteArray(json)).build());
    }

    public Reply put(String path, byte[] json) throws InterruptedException {
        return exchange(json(path).PUT(BodyPublishers.ofByteArray(json)).build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(door.resolve(path)).timeout(exchangeMax);
    }

    private HttpRequest.Builder json(String path) {
        return request(path).header("Content-Type", "application/json");
    }

    private Reply exchange(HttpRequest request) throws InterruptedException {
        var answer =
                client.sendAsync(
                        request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), answerBytesMax));
        try {
            var got = answer.get(exchangeMax.toMillis(), TimeUnit.MILLISECONDS);
            return got.statusCode() == 200 || got.statusCode() == 201
                    ? new Reply.Fine(new Body(got.body()))
                    : new Reply.Problem(
                            got.statusCode(), name(got), new Body(got.body()), pause(got));
        } catch (TimeoutException e) {
            return new Reply.Unreachable("no answer within " + exchangeMax);
        } catch (ExecutionException e) {
            return new Reply.Unreachable(
                    switch (e.getCause()) {
                        case SSLException _ -> "TLS";
                        case IOException io -> io.getClass().getSimpleName();
                        case null, default ->
                                throw new IllegalStateException("the HTTP client failed", e);
                    });
        } finally {
            // does nothing to an exchange that has ended
            answer.cancel(true);
        }
    }

    /** The {@code title} of a problem document (RFC 9457). */
    private static String name(HttpResponse<byte[]> answer) {
        try {
            var title =
                    Fields.of(CanonicalJson.read(answer.body(), PROBLEM_BYTES_MAX)).text("title");
            return title.matches("[a-z-]{1,40}") ? title : "";
        } catch (MalformedDocument e) {
            return "";
        }
    }

    private static Optional<Duration> pause(HttpResponse<byte[]> answer) {
        return answer.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1," + PAUSE_SECONDS_DIGITS_MAX + "}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)));
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
