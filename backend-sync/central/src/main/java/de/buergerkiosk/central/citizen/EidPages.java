package de.buergerkiosk.central.citizen;

import de.buergerkiosk.central.identity.Identifications;
import de.buergerkiosk.central.identity.SignIns;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What an eID client fetches (TR-03124-1, 2.4 and 2.8): the TCToken, and the address where it goes
 * when it is done. No identity ever comes out of this door: it goes to the kiosk, through the other.
 */
@RestController
final class EidPages {
    private static final MediaType XML = new MediaType("text", "xml", StandardCharsets.UTF_8);

    private final Identifications identifications;
    private final SignIns signIns;

    EidPages(Identifications identifications, SignIns signIns) {
        this.identifications = identifications;
        this.signIns = signIns;
    }

    @GetMapping("/eid/token")
    ResponseEntity<byte[]> token(@RequestParam String s) {
        Optional<String> token = identifications.token(s).or(() -> signIns.token(s));
        return token.map(text ->
                        ResponseEntity.ok()
                                .contentType(XML)
                                .cacheControl(CacheControl.noStore())
                                .body(text.getBytes(StandardCharsets.UTF_8)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** The refresh address of a kiosk: what matters there is that the client knows it. */
    @GetMapping("/eid/done")
    ResponseEntity<byte[]> done() {
        return Page.answer(
                HttpStatus.OK,
                "Die Identifizierung ist beendet. Bitte gehen Sie am Kiosk weiter.",
                "The identification is over. Please go on at the kiosk.");
    }

    /** The communication error address: the client met trouble on its way. */
    @GetMapping("/eid/trouble")
    ResponseEntity<byte[]> trouble() {
        return Page.answer(
                HttpStatus.OK,
                "Die Identifizierung hat nicht geklappt. Es wurde nichts gespeichert.",
                "The identification did not work. Nothing was stored.");
    }
}
