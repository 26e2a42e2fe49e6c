package de.buergerkiosk.eid.simulated.server;

import de.buergerkiosk.eid.simulated.server.HttpConnection.Reaction;
import de.buergerkiosk.eid.simulated.server.HttpConnection.Request;
import de.buergerkiosk.eid.simulated.server.TestEidServer.Collected;
import java.util.Optional;

/**
 * The pages of the server: {@code GET /tcToken} (with a session, or a new one for the usual rights),
 * {@code POST /paos}, {@code GET /refresh}. One object per connection: a client that names its
 * session only once is known by its line.
 */
final class EidServerSite implements Site {
    private final TestEidServer server;
    private final IdentityRequest usual;
    private final ServerFault fault;
    private final Line line;
    private Optional<String> session = Optional.empty();

    EidServerSite(TestEidServer server, IdentityRequest usual, ServerFault fault, Line line) {
        this.server = server;
        this.usual = usual;
        this.fault = fault;
        this.line = line;
    }

    /** What the connection proves about the one at its other end. */
    sealed interface Line {
        /** Nothing: whoever knows a session may talk about it. */
        record Anybodys() implements Line {}

        /** Nothing, and clients talk through channels of their sessions' keys. */
        record PagesOnly() implements Line {}

        /** The key of that session; nobody talks about another one through it. */
        record KeyedFor(String session) implements Line {}
    }

    @Override
    public Reaction react(Request request) {
        return switch (request.method() + " " + request.path()) {
            case "GET /tcToken" -> tcToken(Optional.ofNullable(request.query().get("session")));
            case "POST /paos" -> paos(request);
            case "GET /refresh" -> refresh(request.query().getOrDefault("identity", ""));
            default -> new Reaction.Answer(404, "text/plain", "no such page");
        };
    }

    private Reaction tcToken(Optional<String> wanted) {
        Optional<String> known =
                wanted.or(() -> server.open(usual).map(TestEidServer.Opened::session));
        if (known.isEmpty()) {
            return new Reaction.Answer(503, "text/plain", "too many open sessions");
        }
        return known.flatMap(server::tcToken)
                .<Reaction>map(token -> new Reaction.Answer(200, "text/xml", token))
                .orElseGet(() -> new Reaction.Answer(404, "text/plain", "no such session"));
    }

    private Reaction paos(Request request) {
        if (request.body().contains("StartPAOS>")) {
            switch (fault) {
                case SILENT -> {
                    return new Reaction.Silence();
                }
                case CONNECTION_BREAKS -> {
                    return new Reaction.HangUp();
                }
                case SERVER_ERROR -> {
                    return new Reaction.Answer(500, "text/plain", "something is broken");
                }
                default -> {
                    // its message is spoiled further down
                }
            }
        }
        return switch (line) {
            case Line.PagesOnly() -> new Reaction.Answer(404, "text/plain", "no such page");
            case Line.KeyedFor(String its) -> message(server.answerWithin(its, request.body()));
            case Line.Anybodys() -> {
                Optional<String> hint =
                        Optional.ofNullable(request.headers().get("requestid")).or(() -> session);
                TestEidServer.Answer answer = server.answer(hint, request.body());
                session = answer.session();
                yield message(answer.document());
            }
        };
    }

    private static Reaction message(String document) {
        return new Reaction.Answer(200, "application/vnd.paos+xml", document);
    }

    private Reaction refresh(String identity) {
        return server.collect(identity)
                .<Reaction>map(
                        collected -> new Reaction.Answer(200, "application/json", json(collected)))
                .orElseGet(() -> new Reaction.Answer(404, "text/plain", "nothing to collect"));
    }

    private static String json(Collected collected) {
        return switch (collected) {
            case Collected.Identity(var result) -> ResultJson.write(result);
            case Collected.Refused(var refusal) -> ResultJson.write(refusal);
        };
    }
}
