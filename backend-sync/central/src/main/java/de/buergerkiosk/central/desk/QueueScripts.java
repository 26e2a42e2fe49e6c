package de.buergerkiosk.central.desk;

import de.buergerkiosk.central.appointment.Queue;
import de.buergerkiosk.central.appointment.QueueOutcome;
import de.buergerkiosk.central.appointment.Queued;
import de.buergerkiosk.central.appointment.Standing;
import de.buergerkiosk.central.people.Person;
import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.contract.json.Fields;
import de.buergerkiosk.contract.json.MalformedDocument;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** The waiting list for scripts, such as a button box at the counter: {@code /api/queue}. */
@RestController
final class QueueScripts {
    private final Queue queue;

    QueueScripts(Queue queue) {
        this.queue = queue;
    }

    @GetMapping("/api/queue/{venue}")
    ResponseEntity<byte[]> list(@AuthenticationPrincipal Person clerk, @PathVariable String venue) {
        if (!isOwn(clerk, venue)) {
            return notYours();
        }
        var json = CanonicalJson.object().put("venue", venue);
        json.put("day", queue.today().toString());
        var tickets = json.putArray("tickets");
        queue.list(venue).forEach(ticket -> tickets.add(json(ticket)));
        return Replies.ok(json);
    }

    /** {@code {"counter":3}}, or with {@code "finished":ID} for whoever sat there until now. */
    @PostMapping("/api/queue/{venue}/next")
    ResponseEntity<byte[]> next(
            @AuthenticationPrincipal Person clerk,
            @PathVariable String venue,
            HttpServletRequest request)
            throws IOException {
        return at(
                clerk,
                venue,
                request,
                fields -> {
                    var counter = queue.counter(venue, fields.smallNumber("counter"), clerk.name());
                    var finished = fields.textIfPresent("finished").map(QueueScripts::id);
                    fields.end();
                    return finished.isPresent()
                            ? queue.next(counter, finished.get())
                            : queue.next(counter);
                });
    }

    /** {@code {"counter":3}}; {@code again} has {@code "times"} as it was before the press. */
    @PostMapping("/api/queue/{venue}/tickets/{id}/{press}")
    ResponseEntity<byte[]> press(
            @AuthenticationPrincipal Person clerk,
            @PathVariable String venue,
            @PathVariable String id,
            @PathVariable String press,
            HttpServletRequest request)
            throws IOException {
        var wanted = Press.of(press);
        if (wanted.isEmpty()) {
            return Replies.unknown("press is call, again, missed, park, finish or back");
        }
        return at(
                clerk,
                venue,
                request,
                fields -> {
                    var ticket = id(id);
                    var counter = queue.counter(venue, fields.smallNumber("counter"), clerk.name());
                    var times = wanted.get() == Press.AGAIN ? fields.smallNumber("times") : 0;
                    fields.end();
                    return wanted.get().on(queue, counter, ticket, times);
                });
    }

    private ResponseEntity<byte[]> at(
            Person clerk,
            String venue,
            HttpServletRequest request,
            Function<Fields, QueueOutcome> pressed)
            throws IOException {
        if (!isOwn(clerk, venue)) {
            return notYours();
        }
        try {
            return answer(pressed.apply(Replies.document(request)));
        } catch (MalformedDocument e) {
            return Replies.malformed(e);
        }
    }

    private static UUID id(String text) {
        return Press.ticket(text)
                .orElseThrow(() ->
                        new MalformedDocument(
                                "id", "must be a UUID of 36 characters in small letters"));
    }

    private boolean isOwn(Person clerk, String venue) {
        return clerk.opens(venue) && queue.agenda().venue(venue).isPresent();
    }

    private static ResponseEntity<byte[]> answer(QueueOutcome outcome) {
        return switch (outcome) {
            case QueueOutcome.Done(Queued ticket) -> Replies.ok(json(ticket));
            case QueueOutcome.NobodyWaits() -> ResponseEntity.noContent().build();
            case QueueOutcome.NotNow(Queued ticket) ->
                    Replies.problem(
                            HttpStatus.CONFLICT,
                            "changed",
                            "number "
                                    + ticket.number()
                                    + " is "
                                    + word(ticket.standing())
                                    + ", perhaps by another counter; read the list again",
                            "");
            case QueueOutcome.Busy(Queued ticket) ->
                    Replies.problem(
                            HttpStatus.CONFLICT,
                            "busy",
                            "number "
                                    + ticket.number()
                                    + " is called to this counter; finish or park it first",
                            "counter");
            case QueueOutcome.Unknown() ->
                    Replies.unknown("there is no such number in today's list of this venue");
        };
    }

    private static ResponseEntity<byte[]> notYours() {
        return Replies.problem(
                HttpStatus.FORBIDDEN, "not-yours", "the venue belongs to another office", "");
    }

    private static ObjectNode json(Queued ticket) {
        var json = CanonicalJson.object().put("id", ticket.id().toString());
        json.put("number", ticket.number()).put("service", ticket.service());
        json.put("since", CanonicalJson.time(ticket.since()));
        ticket.start().ifPresent(start -> json.put("appointment", CanonicalJson.time(start)));
        json.put("state", word(ticket.standing()));
        switch (ticket.standing()) {
            case Standing.Called(int counter, var at, int times) ->
                    json.put("counter", counter)
                            .put("calledAt", CanonicalJson.time(at))
                            .put("times", times);
            case Standing.Parked(int counter, var _) -> json.put("counter", counter);
            case Standing.Waiting(), Standing.Missed _, Standing.Finished _ -> {}
        }
        return json;
    }

    private static String word(Standing standing) {
        return switch (standing) {
            case Standing.Waiting() -> "waiting";
            case Standing.Called _ -> "called";
            case Standing.Parked _ -> "parked";
            case Standing.Missed _ -> "missed";
            case Standing.Finished _ -> "finished";
        };
    }
}
