package de.buergerkiosk.payment.paypage.simulated;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import de.buergerkiosk.payment.paypage.Pause;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Answers registers and telephones. */
final class ProviderDoor implements HttpHandler {
    private static final int BODY_MAX = 64 * 1024;
    private static final Duration MUTE = Duration.ofMinutes(10);

    private final PageBooks books;
    private final String base;
    private final SimulatedPayPage.Settings settings;
    private final ExecutorService threads;
    private final Set<String> tokens = new HashSet<>();
    private int given;
    private int creations;
    private volatile PageFault fault;

    ProviderDoor(
            PageBooks books,
            String base,
            SimulatedPayPage.Settings settings,
            ExecutorService threads) {
        this.books = books;
        this.base = base;
        this.settings = settings;
        this.threads = threads;
        this.fault = settings.fault();
    }

    /** An answer; without a body where the line is cut instead. */
    private record Answer(int status, String type, Optional<String> body) {
        static final Answer CUT = new Answer(0, "", Optional.empty());

        static Answer json(int status, ObjectNode json) {
            return new Answer(status, "application/json", Optional.of(json.toString()));
        }

        static Answer html(String text) {
            return new Answer(200, "text/html; charset=utf-8", Optional.of(text));
        }
    }

    String base() {
        return base;
    }

    void fault(PageFault other) {
        fault = other;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var body =
                    new String(
                            exchange.getRequestBody().readNBytes(BODY_MAX), StandardCharsets.UTF_8);
            var answer = answer(exchange, path, body);
            if (answer.body().isEmpty()) {
                return;
            }
            var bytes = answer.body().get().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            exchange.sendResponseHeaders(answer.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Answer answer(HttpExchange exchange, String path, String body)
            throws InterruptedException {
        var method = exchange.getRequestMethod();
        if (path.startsWith("/page/")) {
            return page(method, path.split("/", -1));
        }
        if (path.equals("/thanks")) {
            return Answer.html(PageHtml.unknown().replace("Diese Zahlung gibt es nicht.", "Danke"));
        }
        if (fault == PageFault.MUTE
                || (fault == PageFault.MUTE_ONCE_OPEN && books.latestOpen().isPresent())) {
            Pause.REAL.take(MUTE);
            return Answer.CUT;
        }
        if (fault == PageFault.DOWN) {
            return problem(503, "UNSPECIFIED", "out of order");
        }
        if (path.equals("/token")) {
            return token(exchange, method, body);
        }
        if (!mayAsk(exchange)) {
            return problem(401, "FORBIDDEN", "no token, or not one of ours");
        }
        return asked(method, path.split("/", -1), body);
    }

    /** RFC 6749, 4.4. */
    private synchronized Answer token(HttpExchange exchange, String method, String body) {
        var wanted =
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString(
                                        (SimulatedPayPage.CLIENT + ":" + SimulatedPayPage.SECRET)
                                                .getBytes(StandardCharsets.UTF_8));
        if (fault == PageFault.NO_ACCESS
                || !method.equals("POST")
                || !body.equals("grant_type=client_credentials")
                || !wanted.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            return Answer.json(
                    401, JsonMapper.shared().createObjectNode().put("error", "invalid_client"));
        }
        var token = "token-" + ++given;
        tokens.add(token);
        return Answer.json(
                200,
                JsonMapper.shared()
                        .createObjectNode()
                        .put("access_token", token)
                        .put("token_type", "Bearer")
                        .put("expires_in", 300));
    }

    private synchronized boolean mayAsk(HttpExchange exchange) {
        var header = exchange.getRequestHeaders().getFirst("Authorization");
        var token = header == null ? "" : header.replaceFirst("^Bearer ", "");
        return fault == PageFault.TOKEN_ONCE ? tokens.remove(token) : tokens.contains(token);
    }

    /** {@code /xbezahldienste/<what>/<originator>/<end point>[/<transaction>]}. */
    private Answer asked(String method, String[] path, String body) {
        if (path.length < 5 || !path[1].equals("xbezahldienste")) {
            return problem(404, "UNSPECIFIED", "no such address");
        }
        if (fault == PageFault.NO_TENANT) {
            return problem(400, "NO_VALID_ORIGINATOR_OR_ENDPOINT", path[3] + "/" + path[4]);
        }
        if (fault == PageFault.GARBAGE) {
            return new Answer(200, "text/plain", Optional.of("<html>Wartungsarbeiten</html>"));
        }
        if (path[2].equals("status") && path.length == 5 && method.equals("GET")) {
            return Answer.json(200, JsonMapper.shared().createObjectNode().put("status", "OK"));
        }
        if (!path[2].equals("paymenttransaction")) {
            return problem(404, "UNSPECIFIED", "no such address");
        }
        if (path.length == 5) {
            return method.equals("POST") ? create(body) : problem(405, "UNSPECIFIED", "only POST");
        }
        return switch (method) {
            case "GET" -> told(books.find(path[5]), 200);
            case "DELETE" -> withdraw(path[5]);
            default -> problem(405, "UNSPECIFIED", "only GET and DELETE");
        };
    }

    private Answer create(String body) {
        return switch (RequestCheck.of(body)) {
            case RequestCheck.Verdict.Bad(var problem, var field) -> problem(400, problem, field);
            case RequestCheck.Verdict.Good(var id, var cents, var purpose, var returnTo) -> {
                creations++;
                var made = books.open(id, cents, purpose, returnTo);
                if (fault == PageFault.CREATE_LOST
                        || (fault == PageFault.CREATE_LOST_ONCE && creations == 1)) {
                    yield Answer.CUT;
                }
                if (made.isEmpty()) {
                    yield problem(400, "PAYMENT_EXISTS", id);
                }
                opened(made.get());
                yield told(made, 201);
            }
        };
    }

    private void opened(PageEntry entry) {
        switch (settings.citizen()) {
            case SimulatedPayPage.Citizen.Waits() -> {}
            case SimulatedPayPage.Citizen.Pays(var after) -> later(entry, after, true);
            case SimulatedPayPage.Citizen.Cancels(var after) -> later(entry, after, false);
        }
    }

    private void later(PageEntry entry, Duration after, boolean pay) {
        threads.execute(() -> {
            try {
                Pause.REAL.take(after);
                press(entry, pay);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private Answer withdraw(String transaction) {
        if (fault == PageFault.NO_WITHDRAWAL) {
            return problem(405, "UNSPECIFIED", "only GET");
        }
        if (fault == PageFault.PAID_MEANWHILE) {
            books.change(transaction, "PAYED");
        }
        var before = books.find(transaction);
        if (before.isPresent() && !before.get().state().equals("INITIAL")) {
            return problem(409, "UNSPECIFIED", before.get().state());
        }
        return told(books.change(transaction, "CANCELED"), 200);
    }

    private Answer told(Optional<PageEntry> entry, int status) {
        return entry.map(found -> Answer.json(status, transaction(found)))
                .orElseGet(() -> problem(404, "UNSPECIFIED", "no such transaction"));
    }

    private ObjectNode transaction(PageEntry entry) {
        var json = JsonMapper.shared().createObjectNode();
        var told = json.putObject("paymentInformation");
        told.put("transactionId", entry.transactionId());
        told.put("transactionUrl", base + "/xbezahldienste/" + entry.transactionId());
        told.put("status", entry.state());
        switch (entry.state()) {
            case "INITIAL" ->
                    address(entry).ifPresent(at -> told.put("transactionRedirectUrl", at));
            case "PAYED" -> {
                told.put("transactionReference", entry.requestId());
                told.put("transactionTimestamp", entry.changedAt().toString());
                told.put("paymentMethod", "CREDITCARD");
            }
            default -> {}
        }
        var asked = json.putObject("paymentRequest");
        asked.put("requestId", entry.requestId());
        boolean other =
                fault == PageFault.OTHER_AMOUNT
                        || (fault == PageFault.PAID_OTHER_AMOUNT && entry.state().equals("PAYED"));
        asked.put("grosAmount", entry.amountCents() + (other ? 1 : 0));
        asked.put("purpose", entry.purpose());
        return json;
    }

    private Optional<String> address(PageEntry entry) {
        return switch (fault) {
            case NO_PAGE -> Optional.empty();
            case EVIL_PAGE -> Optional.of("javascript:alert(1)");
            default -> Optional.of(base + "/page/" + entry.transactionId());
        };
    }

    private Answer page(String method, String[] path) {
        var entry = path.length > 2 ? books.find(path[2]) : Optional.<PageEntry>empty();
        if (entry.isEmpty()) {
            return Answer.html(PageHtml.unknown());
        }
        if (method.equals("POST") && path.length == 4) {
            press(entry.get(), path[3].equals("pay"));
        }
        var now = books.find(entry.get().transactionId()).orElseThrow();
        return Answer.html(now.state().equals("INITIAL") ? PageHtml.pay(now) : PageHtml.over(now));
    }

    /** False where the page is over. */
    boolean press(PageEntry entry, boolean pay) {
        var state = pay ? (fault == PageFault.DECLINE ? "FAILED" : "PAYED") : "CANCELED";
        return books.change(entry.transactionId(), state).isPresent();
    }

    /** Problem details as the specification lays them out, as far as its text says. */
    private static Answer problem(int status, String code, String text) {
        return new Answer(
                status,
                "application/problem+json",
                Optional.of(
                        JsonMapper.shared()
                                .createObjectNode()
                                .put("errorCode", code)
                                .put("httpCode", status)
                                .put("functionalText", text)
                                .toString()));
    }
}
