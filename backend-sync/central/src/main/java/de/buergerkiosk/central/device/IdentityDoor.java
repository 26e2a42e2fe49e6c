package de.buergerkiosk.central.device;

import de.buergerkiosk.central.identity.CollectOutcome;
import de.buergerkiosk.central.identity.Identifications;
import de.buergerkiosk.central.identity.OpenOutcome;
import de.buergerkiosk.contract.identity.IdentityRefusal;
import de.buergerkiosk.contract.identity.IdentityWish;
import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.contract.json.MalformedDocument;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Identifications for kiosks: opened, collected once, or ended. */
@RestController
final class IdentityDoor {
    private static final String JSON = MediaType.APPLICATION_JSON_VALUE;
    private static final MediaType SEALED = MediaType.parseMediaType("application/jose");
    private static final String RETRY_SECONDS = "30";

    private final Identifications identifications;

    IdentityDoor(Identifications identifications) {
        this.identifications = identifications;
    }

    /** Opens one: 201 with the offer. */
    @PostMapping(path = "/v1/identifications", consumes = JSON)
    ResponseEntity<?> open(HttpServletRequest request) throws IOException, InterruptedException {
        try {
            var body = request.getInputStream().readNBytes(IdentityWish.BYTES_MAX + 1);
            var wish = IdentityWish.parse(body);
            return switch (identifications.open(Caller.of(request), wish)) {
                case OpenOutcome.Opened(var offer) ->
                        ResponseEntity.status(HttpStatus.CREATED)
                                .contentType(MediaType.APPLICATION_JSON)
                                .cacheControl(CacheControl.noStore())
                                .body(offer.canonicalJson());
                case OpenOutcome.Refused(var refusal) -> refused(refusal);
            };
        } catch (MalformedDocument e) {
            return Answers.malformed(e.field(), e.problem());
        }
    }

    /** {@code {"v":1,"proof":"…"}}: 200 with the sealed identity, once. */
    @PostMapping(path = "/v1/identifications/{id}/collect", consumes = JSON)
    ResponseEntity<?> collect(@PathVariable String id, HttpServletRequest request)
            throws IOException, InterruptedException {
        try {
            var fields = Answers.document(request);
            var proof = fields.text("proof");
            fields.end();
            return switch (identifications.collect(Caller.of(request), Answers.number(id), proof)) {
                case CollectOutcome.Sealed(var jwe) ->
                        ResponseEntity.ok()
                                .contentType(SEALED)
                                .cacheControl(CacheControl.noStore())
                                .body(jwe.getBytes(StandardCharsets.US_ASCII));
                case CollectOutcome.Refused(var refusal) -> refused(refusal);
            };
        } catch (MalformedDocument e) {
            return Answers.malformed(e.field(), e.problem());
        }
    }

    /** {@code {"v":1}}: the client ended without an identity; 200 with what the eID server says. */
    @PostMapping(path = "/v1/identifications/{id}/end", consumes = JSON)
    ResponseEntity<?> end(@PathVariable String id, HttpServletRequest request)
            throws IOException, InterruptedException {
        try {
            Answers.document(request).end();
            var reason = identifications.end(Caller.of(request), Answers.number(id));
            return Answers.json(
                    HttpStatus.OK,
                    CanonicalJson.object().put("v", 1).put("reason", reason.wireName()));
        } catch (MalformedDocument e) {
            return Answers.malformed(e.field(), e.problem());
        }
    }

    private static ResponseEntity<?> refused(IdentityRefusal refusal) {
        var status =
                switch (refusal) {
                    case UNKNOWN_SERVICE, UNKNOWN_IDENTIFICATION -> HttpStatus.NOT_FOUND;
                    case NOT_NEEDED, NOT_YET, CARD_REFUSED, ENDED_WITHOUT -> HttpStatus.CONFLICT;
                    case NOT_YOURS -> HttpStatus.FORBIDDEN;
                    case DELIVERED_BEFORE -> HttpStatus.GONE;
                    case EID_SERVER_FAULTY -> HttpStatus.BAD_GATEWAY;
                    case NOT_PREPARED, EID_SERVER_DOWN, EID_SERVER_BUSY ->
                            HttpStatus.SERVICE_UNAVAILABLE;
                };
        var answer = ResponseEntity.status(status);
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            answer.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        return answer.body(DeviceProblems.problem(status, refusal.wireName(), detail(refusal)));
    }

    private static String detail(IdentityRefusal refusal) {
        return switch (refusal) {
            case UNKNOWN_SERVICE ->
                    "the centre does not have this service in this version; bring kiosk and centre"
                            + " to the same services";
            case NOT_NEEDED -> "the service asks nobody who they are";
            case NOT_PREPARED -> "no eID server is connected to the centre; see its folder eid";
            case EID_SERVER_DOWN -> "the eID server does not answer the centre; try again later";
            case EID_SERVER_BUSY -> "too many identifications are open; try again later";
            case EID_SERVER_FAULTY -> "the eID server answers against its guideline";
            case UNKNOWN_IDENTIFICATION -> "there is none of this number, or its time is over";
            case NOT_YOURS -> "it was opened by another kiosk, or the proof is wrong";
            case DELIVERED_BEFORE -> "its identity was delivered before; open a new one";
            case NOT_YET -> "the eID server has no result yet; ask again when the client is done";
            case CARD_REFUSED -> "the eID server found the card not valid";
            case ENDED_WITHOUT -> "it ended without an identity";
        };
    }
}
