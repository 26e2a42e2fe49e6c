package de.buergerkiosk.eid.activation;

import de.buergerkiosk.eid.EidTrouble;
import de.buergerkiosk.eid.SameOrigin;
import de.buergerkiosk.ports.DeviceState;
import de.buergerkiosk.ports.eid.CardGlance;
import de.buergerkiosk.ports.eid.EidClient;
import de.buergerkiosk.ports.eid.EidDialogue;
import de.buergerkiosk.ports.eid.EidEvent;
import de.buergerkiosk.ports.eid.EidReply;
import de.buergerkiosk.ports.eid.EidResult;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Identification by an installed eID client of anybody's make (TR-03124-1): Open eCard, or AusweisApp
 * in web-service mode. The client asks the citizen in windows of its own; the kiosk starts it, waits,
 * and follows its redirect.
 */
public final class ActivationEidClient implements EidClient {
    private static final Duration SLICE = Duration.ofMillis(100);
    private static final int STATUS_BYTES_MAX = 16_384;
    private static final int OK = 200;
    private static final int BUSY = 409;
    private static final int TOO_MANY = 429;

    private final ActivationSettings settings;
    private final CardGlance glance;
    private final InstantSource clock;
    private final Consumer<URI> redirects;
    private final HttpClient http;
    private final AtomicBoolean running = new AtomicBoolean();
    private final CountDownLatch closed = new CountDownLatch(1);

    public ActivationEidClient(
            ActivationSettings settings, CardGlance glance, InstantSource clock) {
        this(settings, glance, clock, _ -> {});
    }

    /**
     * The same, and somebody hears where the client leads, however it ended.
     *
     * @param redirects web addresses, their origin not compared yet
     */
    public ActivationEidClient(
            ActivationSettings settings,
            CardGlance glance,
            InstantSource clock,
            Consumer<URI> redirects) {
        this.redirects = redirects;
        this.settings = settings;
        this.glance = glance;
        this.clock = clock;
        this.http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(settings.answerMax())
                        .proxy(HttpClient.Builder.NO_PROXY)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
    }

    /** What the installed client says about itself, or why it says nothing. */
    public sealed interface Presence {
        record There(ClientStatus status) implements Presence {}

        record Missing(EidTrouble trouble, String observed) implements Presence {}
    }

    /** Asks the client whether it is there (TR-03124-1, status request). */
    public Presence presence() throws InterruptedException {
        if (closed.getCount() == 0) {
            return new Presence.Missing(EidTrouble.CLIENT_CLOSED, "closed by the kiosk");
        }
        CompletableFuture<HttpResponse<String>> answer =
                http.sendAsync(
                        request("Status").build(),
                        HttpResponse.BodyHandlers.limiting(
                                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8),
                                STATUS_BYTES_MAX));
        try {
            // for all of it: the request's own time-out would end with the headers
            var response = answer.get(settings.answerMax().toMillis(), TimeUnit.MILLISECONDS);
            return response.statusCode() != OK
                    ? alien("HTTP " + response.statusCode())
                    : ClientStatus.parse(response.body())
                            .<Presence>map(Presence.There::new)
                            .orElseGet(() -> alien("no status of an eID client"));
        } catch (TimeoutException e) {
            return new Presence.Missing(
                    EidTrouble.CLIENT_SILENT, "no status from " + settings.endpoint());
        } catch (ExecutionException e) {
            return withoutStatus(e.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    private Presence withoutStatus(@Nullable Throwable why) {
        if (closed.getCount() == 0) {
            return new Presence.Missing(EidTrouble.CLIENT_CLOSED, "closed by the kiosk");
        }
        return switch (why) {
            case HttpConnectTimeoutException _ ->
                    new Presence.Missing(
                            EidTrouble.CLIENT_SILENT, "no status from " + settings.endpoint());
            case ConnectException _ ->
                    new Presence.Missing(
                            EidTrouble.CLIENT_DOWN, "nobody listens at " + settings.endpoint());
            case null, default -> alien("no HTTP, or far too much of it");
        };
    }

    private Presence alien(String observed) {
        return new Presence.Missing(
                EidTrouble.CLIENT_ALIEN, settings.endpoint() + " answers with " + observed);
    }

    private HttpRequest.Builder request(String query) {
        return HttpRequest.newBuilder(URI.create(settings.endpoint() + "?" + query))
                .header("User-Agent", "Buergerkiosk")
                .GET();
    }

    @Override
    public EidResult authenticate(URI tcTokenUrl, EidDialogue dialogue)
            throws InterruptedException {
        if (!running.compareAndSet(false, true)) {
            return EidTrouble.CLIENT_BUSY.ended();
        }
        try {
            return switch (presence()) {
                case Presence.Missing(var trouble, var observed) -> trouble.ended(observed);
                case Presence.There _ ->
                        SameOrigin.kept(tcTokenUrl, activate(tcTokenUrl, dialogue));
            };
        } finally {
            running.set(false);
        }
    }

    private EidResult activate(URI tcTokenUrl, EidDialogue dialogue) throws InterruptedException {
        // the client asks for consent and PIN itself; what the kiosk can say is: put the card there
        if (dialogue.on(new EidEvent.CardRequired(Optional.empty())) instanceof EidReply.Cancel) {
            return EidTrouble.CANCELLED.ended();
        }
        String query =
                "tcTokenURL=" + URLEncoder.encode(tcTokenUrl.toString(), StandardCharsets.UTF_8);
        // the headers say it all, so nobody waits for what comes after them
        CompletableFuture<HttpResponse<InputStream>> answer =
                http.sendAsync(request(query).build(), HttpResponse.BodyHandlers.ofInputStream());
        try {
            return await(answer, dialogue);
        } finally {
            // hangs up, whatever has not come yet
            answer.cancel(true);
        }
    }

    private EidResult await(
            CompletableFuture<HttpResponse<InputStream>> answer, EidDialogue dialogue)
            throws InterruptedException {
        Instant giveUp = clock.instant().plus(settings.workflowMax());
        while (true) {
            try {
                var response = answer.get(SLICE.toMillis(), TimeUnit.MILLISECONDS);
                hangUp(response.body());
                return conclude(response, dialogue);
            } catch (TimeoutException e) {
                if (closed.getCount() == 0) {
                    return EidTrouble.CLIENT_CLOSED.ended();
                }
                if (dialogue.cancelWanted()) {
                    return EidTrouble.CANCELLED.ended();
                }
                if (!clock.instant().isBefore(giveUp)) {
                    return EidTrouble.ANSWER_LATE.ended("in the windows of the eID client");
                }
            } catch (ExecutionException e) {
                return closed.getCount() == 0
                        ? EidTrouble.CLIENT_CLOSED.ended()
                        : EidTrouble.CLIENT_LOST.ended("it hung up without an answer");
            }
        }
    }

    private static void hangUp(InputStream body) {
        try {
            body.close();
        } catch (IOException e) {
            // it did first
        }
    }

    private EidResult conclude(HttpResponse<?> answer, EidDialogue dialogue)
            throws InterruptedException {
        return switch (answer.statusCode()) {
            case 301, 302, 303, 307, 308 -> {
                Redirect redirect =
                        answer.headers()
                                .firstValue("Location")
                                .map(Redirect::read)
                                .orElseGet(() -> Redirect.nowhere("a redirect to nowhere"));
                redirect.to().ifPresent(redirects);
                if (redirect.result() instanceof EidResult.Done) {
                    dialogue.on(new EidEvent.Progress(100));
                }
                yield redirect.result();
            }
            case BUSY, TOO_MANY ->
                    EidTrouble.CLIENT_BUSY.ended("it answers HTTP " + answer.statusCode());
            // TR-03124-1 has no address to go on to when the server could not be asked for one
            case 400, 404 ->
                    EidTrouble.SERVER_DOWN.ended(
                            "the client got no TC token, HTTP " + answer.statusCode());
            default -> EidTrouble.CLIENT_FAILED.ended("it answers HTTP " + answer.statusCode());
        };
    }

    @Override
    public boolean awaitCardRemoved(Duration atMost) throws InterruptedException {
        Instant giveUp = clock.instant().plus(atMost);
        while (glance.look(settings.reader()) != CardGlance.Lying.ABSENT) {
            if (!clock.instant().isBefore(giveUp)
                    || closed.await(SLICE.toMillis(), TimeUnit.MILLISECONDS)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public DeviceState state() throws InterruptedException {
        return switch (presence()) {
            case Presence.There _ -> new DeviceState.Ready();
            case Presence.Missing(var trouble, var observed) ->
                    new DeviceState.Down(trouble.fault(observed));
        };
    }

    @Override
    public boolean isSimulation() {
        return false;
    }

    /** Ends an identification that runs here; what the client shows, only the client can close. */
    @Override
    public void close() {
        closed.countDown();
        http.shutdownNow();
    }
}
