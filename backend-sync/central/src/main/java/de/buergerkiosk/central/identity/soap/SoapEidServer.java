package de.buergerkiosk.central.identity.soap;

import de.buergerkiosk.central.identity.EidServer;
import de.buergerkiosk.contract.identity.IdentityOffer.Asked;
import de.buergerkiosk.contract.json.MalformedDocument;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * The eID server at the other end of a SOAP line with mutual TLS. Written from the text of TR-03130-1;
 * not tried with a real eID server. Messages are not signed (WS-Security): who calls is proved by TLS.
 */
public final class SoapEidServer implements EidServer, AutoCloseable {
    private static final int ANSWER_BYTES_MAX = 256 << 10;

    private final Access access;
    private final Executor threads;
    private final Duration connectMax;
    private final Duration exchangeMax;
    private Optional<Line> line = Optional.empty();

    private record Line(Access.Found.At where, HttpClient client) {}

    /**
     * A server that is looked for at each call.
     *
     * @param exchangeMax for a whole call, connection included
     */
    public SoapEidServer(
            Access access, Executor threads, Duration connectMax, Duration exchangeMax) {
        this.access = access;
        this.threads = threads;
        this.connectMax = connectMax;
        this.exchangeMax = exchangeMax;
    }

    @Override
    public UseId useId(Asked asked, String transaction) throws InterruptedException {
        return switch (call("useID", Calls.useId(asked, transaction))) {
            case Answer.No(var trouble) -> new UseId.Failed(trouble);
            case Answer.Document(var document) -> {
                try {
                    yield Replies.useId(document);
                } catch (NotTheGuideline e) {
                    yield new UseId.Failed(faulty(e));
                }
            }
        };
    }

    @Override
    public Result getResult(String session, int counter) throws InterruptedException {
        return switch (call("getResult", Calls.getResult(session, counter))) {
            case Answer.No(var trouble) -> new Result.Failed(trouble);
            case Answer.Document(var document) -> {
                try {
                    yield Replies.result(document);
                } catch (NotTheGuideline e) {
                    yield new Result.Failed(faulty(e));
                } catch (MalformedDocument e) {
                    // a value that no identity has, such as a control character
                    yield new Result.Failed(new Trouble.Faulty(e.field() + " " + e.problem()));
                }
            }
        };
    }

    private static Trouble faulty(NotTheGuideline e) {
        return new Trouble.Faulty(String.valueOf(e.getMessage()));
    }

    private sealed interface Answer {
        record Document(String document) implements Answer {
            @Override
            public String toString() {
                return "Document";
            }
        }

        record No(Trouble trouble) implements Answer {}
    }

    private Answer call(String name, String document) throws InterruptedException {
        return switch (access.find()) {
            case Access.Found.Missing(var why) -> new Answer.No(new Trouble.NotPrepared(why));
            case Access.Found.At where -> exchange(lineTo(where), name, document);
        };
    }

    private synchronized Line lineTo(Access.Found.At where) {
        if (line.isPresent() && line.get().where().equals(where)) {
            return line.get();
        }
        line.ifPresent(old -> old.client().shutdownNow());
        var client =
                HttpClient.newBuilder()
                        .sslContext(where.tls())
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .proxy(HttpClient.Builder.NO_PROXY)
                        .connectTimeout(connectMax)
                        .executor(threads)
                        .build();
        var fresh = new Line(where, client);
        line = Optional.of(fresh);
        return fresh;
    }

    private Answer exchange(Line to, String name, String document) throws InterruptedException {
        var request =
                HttpRequest.newBuilder(to.where().eidInterface())
                        .timeout(exchangeMax)
                        .header("Content-Type", "text/xml; charset=utf-8")
                        .header("SOAPAction", "\"" + Calls.EID + name + "\"")
                        .POST(BodyPublishers.ofString(document))
                        .build();
        var answer =
                to.client()
                        .sendAsync(
                                request,
                                BodyHandlers.limiting(
                                        BodyHandlers.ofByteArray(), ANSWER_BYTES_MAX));
        try {
            var got = answer.get(exchangeMax.toMillis(), TimeUnit.MILLISECONDS);
            // 500 is what SOAP 1.1 sends a fault with
            return got.statusCode() == 200 || got.statusCode() == 500
                    ? new Answer.Document(new String(got.body(), StandardCharsets.UTF_8))
                    : new Answer.No(new Trouble.Faulty(name + ": HTTP status " + got.statusCode()));
        } catch (TimeoutException e) {
            return new Answer.No(
                    new Trouble.Unreachable(name + ": no answer within " + exchangeMax));
        } catch (ExecutionException e) {
            return new Answer.No(new Trouble.Unreachable(name + ": " + why(e.getCause())));
        } finally {
            // does nothing to an exchange that has ended
            answer.cancel(true);
        }
    }

    private static String why(@Nullable Throwable cause) {
        return switch (cause) {
            case SSLException tls -> "TLS: " + tls.getMessage();
            case IOException io -> io.getClass().getSimpleName();
            case null, default -> throw new IllegalStateException("the HTTP client failed", cause);
        };
    }

    @Override
    public synchronized void close() {
        line.ifPresent(old -> old.client().shutdownNow());
        line = Optional.empty();
    }
}
