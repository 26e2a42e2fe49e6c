package de.buergerkiosk.central.desk;

import de.buergerkiosk.central.people.Person;
import de.buergerkiosk.central.reading.KeptFiling;
import de.buergerkiosk.central.reading.ReadingRoom;
import de.buergerkiosk.central.reading.ReadingRoom.Look;
import de.buergerkiosk.contract.filing.FilingContent;
import de.buergerkiosk.contract.filing.FilingId;
import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.contract.json.MalformedDocument;
import de.buergerkiosk.contract.receipt.ReceiptVerdict;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** The same lists and looks for scripts, as JSON: {@code GET /api/filings}, {@code …/{id}}. */
@RestController
final class DeskScripts {
    private final ReadingRoom room;

    DeskScripts(ReadingRoom room) {
        this.room = room;
    }

    @GetMapping("/api/filings")
    ResponseEntity<byte[]> list(
            @AuthenticationPrincipal Person reader, @RequestParam(defaultValue = "1") String page) {
        var number = page.matches("\\d{1,6}") ? Integer.parseInt(page) : 1;
        var found = room.list(reader, Optional.empty(), Optional.empty(), Optional.empty(), number);
        var json = CanonicalJson.object();
        json.put("total", found.total());
        json.put("page", number);
        json.put("pages", found.pages());
        var filings = json.putArray("filings");
        found.filings().forEach(filing -> filings.add(json(filing)));
        return answer(HttpStatus.OK, json);
    }

    @GetMapping("/api/filings/{id}")
    ResponseEntity<byte[]> open(@AuthenticationPrincipal Person reader, @PathVariable String id) {
        FilingId known;
        try {
            known = FilingId.parse(id);
        } catch (MalformedDocument e) {
            return trouble(HttpStatus.NOT_FOUND, "no such filing");
        }
        return switch (room.open(reader, known)) {
            case Look.Legible legible -> answer(HttpStatus.OK, json(legible));
            case Look.Illegible(KeptFiling _, String reason) ->
                    trouble(HttpStatus.INTERNAL_SERVER_ERROR, reason);
            case Look.NotYours() -> trouble(HttpStatus.FORBIDDEN, "of another office");
            case Look.Unknown() -> trouble(HttpStatus.NOT_FOUND, "no such filing");
        };
    }

    private static ObjectNode json(Look.Legible look) {
        var json = json(look.filing());
        var content = CanonicalJson.read(look.content().json(), FilingContent.BYTES_MAX);
        json.set("content", content);
        json.putObject("receipt")
                .put("jws", look.jws())
                .put("verified", look.receipt() instanceof ReceiptVerdict.Verified);
        return json;
    }

    private static ObjectNode json(KeptFiling filing) {
        var json = CanonicalJson.object();
        json.put("id", filing.id().toString());
        json.put("number", filing.number());
        json.put("service", filing.service());
        json.put("office", filing.office());
        json.put("kiosk", filing.kiosk());
        json.put("sequence", filing.sequence());
        json.put("state", filing.opened().isPresent() ? "opened" : "received");
        json.put("submittedAt", CanonicalJson.time(filing.submittedAt()));
        json.put("receivedAt", CanonicalJson.time(filing.receivedAt()));
        json.set("payment", filing.payment().json());
        json.put("referenceReused", filing.referenceReused());
        return json;
    }

    private static ResponseEntity<byte[]> trouble(HttpStatus status, String detail) {
        var json = CanonicalJson.object();
        json.put("status", status.value());
        json.put("detail", detail);
        return answer(status, json);
    }

    private static ResponseEntity<byte[]> answer(HttpStatus status, ObjectNode json) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(CanonicalJson.bytes(json));
    }
}
