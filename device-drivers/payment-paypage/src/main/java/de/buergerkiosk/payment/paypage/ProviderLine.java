package de.buergerkiosk.payment.paypage;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Questions to the provider over HTTP, each bounded in time and size. Redirects are not followed:
 * the credentials would go with them.
 */
final class ProviderLine implements AutoCloseable {
    private static final int ANSWER_BYTES_MAX = 64_000;
    private static final int UNAUTHORISED = 401;
    private static final int FORBIDDEN = 403;

    private final PageSettings settings;
    private final HttpClient client;

    /** Kept for as long as the provider takes it; empty before the first question. */
    private Optional<String> token = Optional.empty();

    ProviderLine(PageSettings settings, Executor threads) {
        this.settings = settings;
        this.client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(settings.patience().exchange())
                        .executor(threads)
                        .build();
    }

    /** One exchange that came to an end, or did not. */
    private sealed interface Heard {
        record Answer(int status, String body) implements Heard {}

        record Nothing(String why) implements Heard {}
    }

    Reply create(String request) throws InterruptedException {
        return transaction(
                HttpRequest.newBuilder(address("/paymenttransaction", ""))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(request)));
    }

    Reply status(String transaction) throws InterruptedException {
        return transaction(
                HttpRequest.newBuilder(address("/paymenttransaction", "/" + transaction)).GET());
    }

    /** Beyond version 1.0.0 of the specification: agreed with the provider, or refused by it. */
    Reply withdraw(String transaction) throws InterruptedException {
        return transaction(
                HttpRequest.newBuilder(address("/paymenttransaction", "/" + transaction)).DELETE());
    }

    /** Empty where the provider says that it works for us. */
    Optional<String> trouble() throws InterruptedException {
        return switch (authorised(HttpRequest.newBuilder(address("/status", "")).GET())) {
            case Heard.Answer(int status, _) ->
                    status == 200 ? Optional.empty() : Optional.of("answers " + status);
            case Heard.Nothing(String why) -> Optional.of(why);
        };
    }

    private URI address(String what, String more) {
        var base = settings.base().toString().replaceAll("/+$", "");
        return URI.create(
                base + what + "/" + settings.originator() + "/" + settings.endPoint() + more);
    }

    private Reply transaction(HttpRequest.Builder request) throws InterruptedException {
        return switch (authorised(request)) {
            case Heard.Nothing(String why) -> new Reply.Silent(why);
            case Heard.Answer(int status, String body) when status == 200 || status == 201 ->
                    read(body);
            case Heard.Answer(int status, _) when status >= 500 ->
                    new Reply.Silent("the provider answers " + status);
            case Heard.Answer(int status, String body) ->
                    new Reply.Refused(
                            status,
                            status == UNAUTHORISED || status == FORBIDDEN
                                    ? Reply.Problem.FORBIDDEN
                                    : Reply.Problem.in(body));
        };
    }

    private Reply read(String body) {
        try {
            return new Reply.Told(Transaction.parse(body, settings.amounts(), settings.zone()));
        } catch (Transaction.NotATransaction e) {
            return new Reply.Garbled(String.valueOf(e.getMessage()));
        }
    }

    /** With a token; a new one where the old one is not taken any more. */
    private Heard authorised(HttpRequest.Builder request) throws InterruptedException {
        var fresh = token.isEmpty();
        if (fresh) {
            switch (newToken()) {
                case Heard.Answer(int status, String given) when status == 200 ->
                        token = Optional.of(given);
                case Heard.Answer answer -> {
                    return answer;
                }
                case Heard.Nothing nothing -> {
                    return nothing;
                }
            }
        }
        var heard = exchange(request.setHeader("Authorization", "Bearer " + token.orElse("")));
        if (heard instanceof Heard.Answer(int status, _) && status == UNAUTHORISED) {
            token = Optional.empty();
            return fresh ? heard : authorised(request);
        }
        return heard;
    }

    /** RFC 6749, 4.4.2; the answer's body is the token alone. */
    private Heard newToken() throws InterruptedException {
        var access = settings.access();
        var basic =
                Base64.getEncoder()
                        .encodeToString(
                                (encoded(access.client()) + ":" + encoded(access.secret()))
                                        .getBytes(StandardCharsets.UTF_8));
        var heard =
                exchange(
                        HttpRequest.newBuilder(access.tokens())
                                .header("Authorization", "Basic " + basic)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString("grant_type=client_credentials")));
        if (!(heard instanceof Heard.Answer(int status, String body)) || status != 200) {
            // What is wrong with the credentials is ours to mend, whatever the number.
            return heard instanceof Heard.Answer(int other, _) && other < 500
                    ? new Heard.Answer(FORBIDDEN, "")
                    : heard;
        }
        var given = tokenIn(body);
        return given.matches("[A-Za-z0-9._~+/=-]{1,8000}")
                ? new Heard.Answer(status, given)
                : new Heard.Nothing("the token is none");
    }

    private static String tokenIn(String body) {
        try {
            return JsonMapper.shared().readTree(body).path("access_token").asString("");
        } catch (JacksonException e) {
            return "";
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Heard exchange(HttpRequest.Builder request) throws InterruptedException {
        var limit = settings.patience().exchange();
        var asked =
                client.sendAsync(
                        request.timeout(limit).header("Accept", "application/json").build(),
                        BodyHandlers.limiting(BodyHandlers.ofString(), ANSWER_BYTES_MAX));
        try {
            HttpResponse<String> answer = asked.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return new Heard.Answer(answer.statusCode(), answer.body());
        } catch (TimeoutException e) {
            asked.cancel(true);
            return new Heard.Nothing("no answer within " + limit.toSeconds() + " s");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException trouble) {
                return new Heard.Nothing(trouble.getClass().getSimpleName());
            }
            throw new IllegalStateException("the client", e);
        } catch (InterruptedException e) {
            asked.cancel(true);
            throw e;
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
