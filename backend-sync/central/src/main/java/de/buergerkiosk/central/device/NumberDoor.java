package de.buergerkiosk.central.device;

import de.buergerkiosk.central.appointment.Ticket;
import de.buergerkiosk.central.appointment.TicketOutcome;
import de.buergerkiosk.central.appointment.WaitingNumbers;
import de.buergerkiosk.contract.appointment.CheckInReport;
import de.buergerkiosk.contract.appointment.LentNumbers;
import de.buergerkiosk.contract.appointment.TicketReport;
import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.contract.json.MalformedDocument;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Waiting numbers for kiosks: blocks to give out, and the tickets and check-ins made of them. All
 * are put under a number that the kiosk chose, so that repeating does no harm.
 */
@RestController
final class NumberDoor {
    private static final String JSON = MediaType.APPLICATION_JSON_VALUE;

    private final WaitingNumbers numbers;

    NumberDoor(WaitingNumbers numbers) {
        this.numbers = numbers;
    }

    /** {@code {"v":1,"venue":"…","day":"2026-11-30"}}. */
    @PutMapping(path = "/v1/number-blocks/{id}", consumes = JSON)
    ResponseEntity<?> lend(@PathVariable String id, HttpServletRequest request) throws IOException {
        try {
            var fields = Answers.document(request);
            var venue = fields.text("venue");
            var day = fields.localDate("day");
            fields.end();
            return switch (numbers.lend(Answers.number(id), Caller.of(request), venue, day)) {
                case WaitingNumbers.Lending.Lent(var block) ->
                        Answers.json(
                                HttpStatus.OK,
                                new LentNumbers(
                                                block.venue(),
                                                block.day(),
                                                block.first(),
                                                block.last())
                                        .json());
                case WaitingNumbers.Lending.Conflicting() ->
                        Answers.problem(
                                HttpStatus.CONFLICT,
                                "other-content",
                                "another block was lent under this number; use a new number");
                case WaitingNumbers.Lending.Refused(String field, String why) ->
                        Answers.malformed(field, why);
            };
        } catch (MalformedDocument e) {
            return Answers.malformed(e.field(), e.problem());
        }
    }

    /** {@code {"v":1,"venue":"…","day":"…","number":17,"service":"…","takenAt":"…"}}. */
    @PutMapping(path = "/v1/tickets/{id}", consumes = JSON)
    ResponseEntity<?> ticket(@PathVariable String id, HttpServletRequest request)
            throws IOException {
        try {
            var fields = Answers.document(request);
            var report = TicketReport.of(fields);
            var ticket =
                    new Ticket(
                            Answers.number(id),
                            Caller.of(request),
                            report.venue(),
                            report.day(),
                            report.number(),
                            report.service(),
                            Optional.empty(),
                            report.takenAt());
            return answer(numbers.report(ticket), ticket.number());
        } catch (MalformedDocument e) {
            return Answers.malformed(e.field(), e.problem());
        }
    }

    /**
     * {@code {"v":1,"code":"…","venue":"…","number":17,"at":"…"}}; {@code codeDigest} instead of
     * {@code code} where the check-in has waited at the kiosk.
     */
    @PutMapping(path = "/v1/check-ins/{id}", consumes = JSON)
    ResponseEntity<?> checkIn(@PathVariable String id, HttpServletRequest request)
            throws IOException {
        try {
            var fields = Answers.document(request);
            var arrival =
                    new WaitingNumbers.CheckIn(
                            Answers.number(id), Caller.of(request), CheckInReport.of(fields));
            return Answers.of(numbers.checkIn(arrival));
        } catch (MalformedDocument e) {
            return Answers.malformed(e.field(), e.problem());
        }
    }

    private static ResponseEntity<?> answer(TicketOutcome outcome, int number) {
        return switch (outcome) {
            case TicketOutcome.Kept() -> kept(HttpStatus.CREATED, number);
            case TicketOutcome.Repeated() -> kept(HttpStatus.OK, number);
            case TicketOutcome.Conflicting() ->
                    Answers.problem(
                            HttpStatus.CONFLICT,
                            "other-content",
                            "this number is on another ticket; that one counts");
            case TicketOutcome.NotLent() ->
                    Answers.problem(
                            HttpStatus.CONFLICT,
                            "not-lent",
                            "this number was not lent to this kiosk for that day");
            case TicketOutcome.Refused(String field, String why) -> Answers.malformed(field, why);
        };
    }

    private static ResponseEntity<?> kept(HttpStatus status, int number) {
        return Answers.json(status, CanonicalJson.object().put("v", 1).put("number", number));
    }
}
