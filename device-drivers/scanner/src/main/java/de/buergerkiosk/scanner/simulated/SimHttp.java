package de.buergerkiosk.scanner.simulated;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.Executor;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The hands at the simulated scanner over HTTP, on loopback only: {@code GET /state}; {@code POST
 * /scan} with the text of a QR code as it is; {@code POST /hand} with a line as on standard input.
 */
final class SimHttp implements AutoCloseable {
    private static final int BODY_MAX = 256 * 1024;
    private static final String THERE_IS = "GET /state, POST /scan, POST /hand";
    private static final Set<String> PATHS = Set.of("/state", "/scan", "/hand");

    private final HttpServer server;
    private final SimulatedScanner scanner;
    private final Hands hands;

    private SimHttp(HttpServer server, SimulatedScanner scanner) {
        this.server = server;
        this.scanner = scanner;
        this.hands = new Hands(scanner);
    }

    /**
     * Starts to listen.
     *
     * @param port 0 takes a free one
     * @throws IOException when the port is taken
     */
    static SimHttp start(int port, SimulatedScanner scanner, Executor threads) throws IOException {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        HttpServer server = HttpServer.create(address, 16);
        var http = new SimHttp(server, scanner);
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
            String path = exchange.getRequestURI().getPath();
            byte[] body = exchange.getRequestBody().readNBytes(BODY_MAX + 1);
            if (body.length > BODY_MAX) {
                reply(exchange, 413, error("at most " + BODY_MAX + " bytes"));
                return;
            }
            var text = new String(body, StandardCharsets.UTF_8);
            switch (exchange.getRequestMethod() + " " + path) {
                case "GET /state" -> reply(exchange, 200, state());
                case "POST /scan" ->
                        reply(exchange, 200, json().put("heard", scanner.show(HeldCode.qr(text))));
                case "POST /hand" -> {
                    hands.obey(text.strip());
                    reply(exchange, 200, state());
                }
                default ->
                        reply(
                                exchange,
                                PATHS.contains(path) ? 405 : 404,
                                error(path + " is not here; there are " + THERE_IS));
            }
        } catch (Hands.NotUnderstood wrong) {
            reply(exchange, 400, error(String.valueOf(wrong.getMessage())));
        } catch (InterruptedException switchedOff) {
            Thread.currentThread().interrupt();
        }
    }

    private ObjectNode state() {
        var state = json();
        state.put("address", scanner.address());
        state.put("pluggedIn", scanner.isPluggedIn());
        state.put("host", scanner.hasHost());
        var faults = state.putArray("faults");
        scanner.faults().stream().sorted().forEach(fault -> faults.add(fault.word()));
        return state;
    }

    private static ObjectNode json() {
        return JsonMapper.shared().createObjectNode();
    }

    private static ObjectNode error(String message) {
        return json().put("error", message);
    }

    private static void reply(HttpExchange exchange, int status, ObjectNode json)
            throws IOException {
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
