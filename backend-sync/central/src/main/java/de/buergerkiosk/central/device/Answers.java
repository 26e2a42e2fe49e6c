package de.buergerkiosk.central.device;

import de.buergerkiosk.central.appointment.Appointment;
import de.buergerkiosk.central.appointment.CodeOutcome;
import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.contract.json.Fields;
import de.buergerkiosk.contract.json.MalformedDocument;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.node.ObjectNode;

/** What the doors for appointments and numbers read and answer. */
final class Answers {
    private static final int BYTES_MAX = 16 << 10;

    private Answers() {}

    /** The document of a request, of version 1. */
    static Fields document(HttpServletRequest request) throws IOException {
        var body = request.getInputStream().readNBytes(BYTES_MAX + 1);
        return Fields.of(CanonicalJson.read(body, BYTES_MAX)).version(1);
    }

    /** A number that the kiosk chose, in the one usual spelling. */
    static UUID number(String id) {
        try {
            var number = UUID.fromString(id);
            if (number.toString().equals(id)) {
                return number;
            }
        } catch (IllegalArgumentException e) {
            throw new MalformedDocument("id", "is no UUID");
        }
        throw new MalformedDocument("id", "must be a UUID of 36 characters in small letters");
    }

    static ResponseEntity<?> json(HttpStatus status, ObjectNode json) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(CanonicalJson.bytes(json));
    }

    static ResponseEntity<?> json(HttpStatus status, byte[] document) {
        return ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON).body(document);
    }

    static ResponseEntity<?> malformed(String field, String why) {
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, field + " " + why);
        problem.setType(DeviceProblems.type("malformed"));
        problem.setTitle("malformed");
        problem.setProperty("field", field);
        return ResponseEntity.badRequest().body(problem);
    }

    static ResponseEntity<?> problem(HttpStatus status, String name, String detail) {
        return ResponseEntity.status(status).body(DeviceProblems.problem(status, name, detail));
    }

    static ResponseEntity<?> of(CodeOutcome outcome) {
        return switch (outcome) {
            case CodeOutcome.Done(var kept) -> json(HttpStatus.OK, AppointmentJson.of(kept));
            case CodeOutcome.Unknown() ->
                    problem(
                            HttpStatus.NOT_FOUND,
                            "unknown-code",
                            "nobody has this code; compare it with the slip, letter by letter");
            case CodeOutcome.TooMany(var pause) ->
                    ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                            .header(HttpHeaders.RETRY_AFTER, "" + (pause.toSeconds() + 1))
                            .body(
                                    DeviceProblems.problem(
                                            HttpStatus.TOO_MANY_REQUESTS,
                                            "too-many-codes",
                                            "too many unknown codes came from this kiosk; wait"));
            case CodeOutcome.NotNow(var kept) ->
                    refused(
                            kept,
                            "not-possible",
                            "the appointment is " + word(kept) + "; nothing was changed");
            case CodeOutcome.Past(var kept) ->
                    refused(kept, "past", "its time is over; ask at the counter, or book anew");
            case CodeOutcome.TooEarly(var kept) ->
                    refused(kept, "too-early", "check-in opens 60 minutes before the start");
            case CodeOutcome.Elsewhere(var kept) ->
                    refused(kept, "elsewhere", "the appointment is at " + kept.venue());
            case CodeOutcome.Taken(var kept) ->
                    refused(
                            kept,
                            "taken",
                            "nothing is free there; the old time is kept, search again");
            case CodeOutcome.Refused(String field, String why) -> malformed(field, why);
        };
    }

    /** With the appointment as it is, so that the kiosk can say what is true. */
    private static ResponseEntity<?> refused(Appointment kept, String name, String detail) {
        var problem = DeviceProblems.problem(HttpStatus.CONFLICT, name, detail);
        problem.setProperty("state", word(kept));
        problem.setProperty("venue", kept.venue());
        problem.setProperty("start", CanonicalJson.time(kept.start()));
        return ResponseEntity.status(HttpStatus.CONFLICT).body(problem);
    }

    private static String word(Appointment kept) {
        return kept.state().name().toLowerCase(Locale.ROOT);
    }
}
