package de.buergerkiosk.central.desk;

import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.contract.json.Fields;
import de.buergerkiosk.contract.json.MalformedDocument;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.node.ObjectNode;

/** How scripts of admins are read and answered: JSON, and problems (RFC 9457) that name the cure. */
final class Replies {
    private static final int BYTES_MAX = 1 << 20;

    private Replies() {}

    /** The document of a request; an empty one is an empty object. */
    static Fields document(HttpServletRequest request) throws IOException {
        var body = request.getInputStream().readNBytes(BYTES_MAX + 1);
        return Fields.of(
                body.length == 0 ? CanonicalJson.object() : CanonicalJson.read(body, BYTES_MAX));
    }

    static ResponseEntity<byte[]> json(HttpStatus status, ObjectNode json) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(CanonicalJson.bytes(json));
    }

    static ResponseEntity<byte[]> ok(ObjectNode json) {
        return json(HttpStatus.OK, json);
    }

    static ResponseEntity<byte[]> malformed(MalformedDocument problem) {
        return problem(
                HttpStatus.BAD_REQUEST,
                "malformed",
                problem.field() + " " + problem.problem(),
                problem.field());
    }

    static ResponseEntity<byte[]> unknown(String what) {
        return problem(HttpStatus.NOT_FOUND, "unknown", what, "");
    }

    static ResponseEntity<byte[]> problem(
            HttpStatus status, String name, String detail, String field) {
        var json = CanonicalJson.object();
        json.put("type", "urn:buergerkiosk:problem:" + name)
                .put("title", name)
                .put("status", status.value())
                .put("detail", detail);
        if (!field.isEmpty()) {
            json.put("field", field);
        }
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(CanonicalJson.bytes(json));
    }
}
