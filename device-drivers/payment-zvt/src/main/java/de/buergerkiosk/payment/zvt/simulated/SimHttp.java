package de.buergerkiosk.payment.zvt.simulated;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The terminal's faults and its cardholder over HTTP, on loopback only. {@code GET /state}, {@code
 * /ledger}, {@code /faults}; {@code POST /fault}, {@code /line}, {@code /quirks}, {@code /act} with a
 * JSON object; {@code DELETE /fault} puts everything right.
 */
final class SimHttp implements AutoCloseable {
    private static final int BODY_MAX = 64 * 1024;

    private final HttpServer server;
    private final RunningTerminal terminal;

    private SimHttp(HttpServer server, RunningTerminal terminal) {
        this.server = server;
        this.terminal = terminal;
    }

    /**
     * Starts to listen.
     *
     * @param port 0 takes a free one
     * @throws IOException when the port is taken
     */
    static SimHttp start(int port, RunningTerminal terminal, Executor threads) throws IOException {
        HttpServer server =
                HttpServer.create(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 16);
        var http = new SimHttp(server, terminal);
        server.setExecutor(threads);
        server.createContext("/", http::answer);
        server.start();
        return http;
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String wanted = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
            byte[] body = exchange.getRequestBody().readNBytes(BODY_MAX);
            try {
                JsonNode answer = serve(wanted, new String(body, StandardCharsets.UTF_8));
                reply(exchange, 200, answer);
            } catch (SimScript.Unreadable wrong) {
                reply(exchange, 400, error(String.valueOf(wrong.getMessage())));
            } catch (NoSuchThing unknown) {
                boolean known = PATHS.contains(exchange.getRequestURI().getPath());
                reply(
                        exchange,
                        known ? 405 : 404,
                        error(wanted + " is not here; there are " + THERE_IS));
            }
        }
    }

    private static final String THERE_IS =
            "GET /state, /ledger, /faults, POST /fault, /line, /quirks, /act, DELETE /fault";

    private static final Set<String> PATHS =
            Set.of("/state", "/ledger", "/faults", "/fault", "/line", "/quirks", "/act");

    /** Nothing of that name. */
    private static final class NoSuchThing extends Exception {
        private static final long serialVersionUID = 1L;
    }

    private JsonNode serve(String wanted, String body) throws SimScript.Unreadable, NoSuchThing {
        TerminalEngine engine = terminal.engine();
        switch (wanted) {
            case "GET /state" -> {}
            case "GET /ledger" -> {
                return ledger(engine.ledger());
            }
            case "GET /faults" -> {
                return names();
            }
            case "POST /fault" -> engine.fault(SimScript.fault(text(body, "fault")));
            case "POST /line" -> engine.befall(SimScript.lineFaults(SimScript.only(body, "line")));
            case "POST /quirks" -> engine.quirks(SimScript.quirks(SimScript.only(body, "quirks")));
            case "POST /act" -> {
                String action = text(body, "action");
                terminal.act(
                        CardholderAction.named(action)
                                .orElseThrow(() ->
                                        new SimScript.Unreadable(
                                                action
                                                        + " is not an action; use "
                                                        + CardholderAction.NAMES)));
            }
            case "DELETE /fault" -> {
                engine.fault(TerminalFault.NONE);
                engine.befall(List.of());
                terminal.act(new CardholderAction.Mute(false));
            }
            default -> throw new NoSuchThing();
        }
        return state();
    }

    /** The body is the word itself, or a JSON object that holds it. */
    private static String text(String body, String key) throws SimScript.Unreadable {
        String plain = body.strip();
        if (!plain.startsWith("{")) {
            return plain;
        }
        JsonNode word = SimScript.only(plain, key);
        if (!word.isString()) {
            throw new SimScript.Unreadable("\"" + key + "\": a text expected instead of " + word);
        }
        return word.asString();
    }

    private JsonNode state() {
        TerminalEngine engine = terminal.engine();
        ObjectNode json = JsonMapper.shared().createObjectNode();
        json.put("fault", engine.mood().fault().optionName());
        json.put("mute", engine.mood().isMute());
        json.put("auto", engine.cardholder().isAuto());
        var line = json.putArray("line");
        engine.mood().lineFaults().waiting().forEach(each -> line.add(each.text()));
        json.put("messages", engine.messages());
        var quirks = json.putArray("quirks");
        engine.mood().quirks().stream().sorted().forEach(each -> quirks.add(each.optionName()));
        json.put("scriptLeft", engine.scriptLeft());
        json.put("registered", engine.books().register().isPresent());
        Totals totals = Totals.of(engine.books().ledger().open());
        json.put("openBookings", totals.bookings());
        json.put("openCents", totals.cents());
        return json;
    }

    private static JsonNode ledger(List<LedgerEntry> entries) {
        return JsonMapper.shared().valueToTree(entries);
    }

    private static JsonNode names() {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        ObjectNode faults = json.putObject("faults");
        for (TerminalFault each : TerminalFault.values()) {
            faults.put(each.optionName(), each.description());
        }
        ObjectNode line = json.putObject("line");
        for (LineFault.Kind each : LineFault.Kind.values()) {
            line.put(each.optionName(), each.description());
        }
        ObjectNode quirks = json.putObject("quirks");
        for (Quirk each : Quirk.values()) {
            quirks.put(each.optionName(), each.description());
        }
        return json;
    }

    private static JsonNode error(String message) {
        return JsonMapper.shared().createObjectNode().put("error", message);
    }

    private static void reply(HttpExchange exchange, int status, JsonNode json) throws IOException {
        byte[] body = JsonMapper.shared().writeValueAsBytes(json);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
