package de.buergerkiosk.central.device;

import de.buergerkiosk.central.fleet.EnrolOutcome;
import de.buergerkiosk.central.fleet.Enrolments;
import de.buergerkiosk.central.throttle.Caller;
import de.buergerkiosk.contract.fleet.EnrolmentRequest;
import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.contract.json.MalformedDocument;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code POST /v1/enrolments}: a code and a certification request for a kit; 201, or 200 with the
 * very same kit for the very same key.
 */
@RestController
final class EnrolmentDoor {
    private final Enrolments enrolments;

    EnrolmentDoor(Enrolments enrolments) {
        this.enrolments = enrolments;
    }

    @PostMapping(path = "/v1/enrolments", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> enrol(HttpServletRequest request) throws IOException {
        try {
            return answer(enrolments.enrol(read(request), Caller.at(request.getRemoteAddr())));
        } catch (MalformedDocument e) {
            return Answers.malformed(e.field(), e.problem());
        }
    }

    static EnrolmentRequest read(HttpServletRequest request) throws IOException {
        return EnrolmentRequest.parse(
                request.getInputStream().readNBytes(EnrolmentRequest.BYTES_MAX + 1));
    }

    static ResponseEntity<?> answer(EnrolOutcome outcome) {
        return switch (outcome) {
            case EnrolOutcome.Welcome(var kit, boolean repeated) ->
                    ResponseEntity.status(repeated ? HttpStatus.OK : HttpStatus.CREATED)
                            .contentType(MediaType.APPLICATION_JSON)
                            .body(kit.json());
            case EnrolOutcome.Unknown() ->
                    Answers.problem(
                            HttpStatus.FORBIDDEN,
                            "unknown-code",
                            "nobody has this code; compare it letter by letter, or have a new one"
                                    + " made at the desk");
            case EnrolOutcome.Used() ->
                    Answers.problem(
                            HttpStatus.CONFLICT,
                            "code-used",
                            "this code was used before, and each counts once; have a new one made"
                                    + " at the desk, and find out who used it if it was not you");
            case EnrolOutcome.Over(var expired) ->
                    Answers.problem(
                            HttpStatus.GONE,
                            "code-over",
                            "this code counts no more: it ended at "
                                    + CanonicalJson.time(expired)
                                    + ", or a newer one was made for this kiosk; have a new one"
                                    + " made at the desk");
            case EnrolOutcome.ClockOff(var centre) -> {
                var problem =
                        DeviceProblems.problem(
                                HttpStatus.CONFLICT,
                                "clock-off",
                                "the centre's clock says "
                                        + CanonicalJson.time(centre)
                                        + "; set the kiosk's clock, the code still counts");
                problem.setProperty("at", CanonicalJson.time(centre));
                yield ResponseEntity.status(HttpStatus.CONFLICT).body(problem);
            }
            case EnrolOutcome.Later(var wait) ->
                    ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                            .header(HttpHeaders.RETRY_AFTER, "" + (wait.toSeconds() + 1))
                            .body(
                                    DeviceProblems.problem(
                                            HttpStatus.TOO_MANY_REQUESTS,
                                            "too-many-codes",
                                            "too many unknown codes came from this address; wait"));
            case EnrolOutcome.Refused(String field, String why) -> Answers.malformed(field, why);
        };
    }
}
