package de.buergerkiosk.identity;

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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;

/** The device door of the centre, for short exchanges while a citizen waits. */
final class CentreDoor implements AutoCloseable {
    private static final int ANSWER_BYTES_MAX = 96 << 10;

    private final HttpClient client;
    private final URI door;
    private final Duration exchangeMax;

    CentreDoor(
            URI door, SSLContext tls, Executor threads, Duration connectMax, Duration exchangeMax) {
        this.door = door;
        this.exchangeMax = exchangeMax;
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
    sealed interface Reply {
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
         */
        record Problem(int status, String name) implements Reply {}

        record Unreachable(String why) implements Reply {}
    }

    /** The bytes of an answer. */
    static final class Body {
        private final byte[] bytes;

        Body(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        byte[] bytes() {
            return bytes.clone();
        }
    }

    Reply post(String path, byte[] json) throws InterruptedException {
        var request =
                HttpRequest.newBuilder(door.resolve(path))
                        .timeout(exchangeMax)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(json))
                        .build();
        var answer =
                client.sendAsync(
                        request,
                        BodyHandlers.limiting(BodyHandlers.ofByteArray(), ANSWER_BYTES_MAX));
        try {
            var got = answer.get(exchangeMax.toMillis(), TimeUnit.MILLISECONDS);
            return got.statusCode() == 200 || got.statusCode() == 201
                    ? new Reply.Fine(new Body(got.body()))
                    : new Reply.Problem(got.statusCode(), name(got));
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
                    Fields.of(CanonicalJson.read(answer.body(), ANSWER_BYTES_MAX)).text("title");
            return title.matches("[a-z-]{1,40}") ? title : "";
        } catch (MalformedDocument e) {
            return "";
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
