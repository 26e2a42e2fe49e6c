package de.buergerkiosk.central.device;

import de.buergerkiosk.central.fleet.Enrolments;
import de.buergerkiosk.contract.json.MalformedDocument;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /v1/certificates}: a new certificate for a new key, for whoever still has an old one. */
@RestController
final class RenewalDoor {
    private final Enrolments enrolments;

    RenewalDoor(Enrolments enrolments) {
        this.enrolments = enrolments;
    }

    @PostMapping(path = "/v1/certificates", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> renew(HttpServletRequest request) throws IOException {
        try {
            var wish = EnrolmentDoor.read(request);
            return EnrolmentDoor.answer(enrolments.renew(Caller.of(request), wish));
        } catch (MalformedDocument e) {
            return Answers.malformed(e.field(), e.problem());
        }
    }
}
