package de.buergerkiosk.central.device;

import static java.nio.charset.StandardCharsets.US_ASCII;

import de.buergerkiosk.central.filing.Arrival;
import de.buergerkiosk.central.filing.Intake;
import de.buergerkiosk.contract.filing.Delivery;
import de.buergerkiosk.contract.filing.FilingId;
import de.buergerkiosk.contract.json.MalformedDocument;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code PUT /v1/filings/{id}}: takes a delivery, answers with the signed receipt (201 new, 200 as
 * before), or with a problem document (RFC 9457) that names field and cure.
 */
@RestController
final class FilingDoor {
    static final MediaType RECEIPT = MediaType.parseMediaType("application/secevent+jwt");

    private final Intake intake;

    FilingDoor(Intake intake) {
        this.intake = intake;
    }

    @PutMapping(path = "/v1/filings/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> put(@PathVariable String id, HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > Delivery.BYTES_MAX) {
            return tooLarge();
        }
        var body = request.getInputStream().readNBytes(Delivery.BYTES_MAX + 1);
        if (body.length > Delivery.BYTES_MAX) {
            return tooLarge();
        }
        try {
            var delivery = Delivery.parse(body);
            if (!delivery.id().equals(FilingId.parse(id))) {
                throw new MalformedDocument("id", "must be the same in address and document");
            }
            return answer(intake.receive(delivery, Caller.of(request)));
        } catch (MalformedDocument e) {
            return malformed(e.field(), e.problem());
        }
    }

    private static ResponseEntity<?> answer(Arrival arrival) {
        return switch (arrival) {
            case Arrival.Accepted(String receipt) -> receipt(HttpStatus.CREATED, receipt);
            case Arrival.Repeated(String receipt) -> receipt(HttpStatus.OK, receipt);
            case Arrival.Conflicting() ->
                    problem(
                            HttpStatus.CONFLICT,
                            "other-content",
                            "other content was received under this number; it stays as it is");
            case Arrival.Refused(String field, String why) -> malformed(field, why);
            case Arrival.ForeignKiosk(String certified) ->
                    problem(
                            HttpStatus.FORBIDDEN,
                            "foreign-kiosk",
                            "the certificate is of "
                                    + certified
                                    + "; send filings with the certificate of their own kiosk");
        };
    }

    private static ResponseEntity<?> receipt(HttpStatus status, String jws) {
        return ResponseEntity.status(status).contentType(RECEIPT).body(jws.getBytes(US_ASCII));
    }

    private static ResponseEntity<?> tooLarge() {
        return problem(
                HttpStatus.CONTENT_TOO_LARGE,
                "too-large",
                "the document is larger than " + Delivery.BYTES_MAX + " bytes; send less");
    }

    private static ResponseEntity<?> malformed(String field, String why) {
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, field + " " + why);
        problem.setType(DeviceProblems.type("malformed"));
        problem.setTitle("malformed");
        problem.setProperty("field", field);
        return ResponseEntity.badRequest().body(problem);
    }

    private static ResponseEntity<?> problem(HttpStatus status, String name, String detail) {
        return ResponseEntity.status(status).body(DeviceProblems.problem(status, name, detail));
    }
}
