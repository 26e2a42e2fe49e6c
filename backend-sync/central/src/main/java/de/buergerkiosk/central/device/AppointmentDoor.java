package de.buergerkiosk.central.device;

import de.buergerkiosk.central.appointment.Appointments;
import de.buergerkiosk.central.appointment.CodeOutcome;
import de.buergerkiosk.central.appointment.Contact;
import de.buergerkiosk.central.appointment.HoldOutcome;
import de.buergerkiosk.central.appointment.Wish;
import de.buergerkiosk.contract.appointment.AppointmentWish;
import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.contract.json.Fields;
import de.buergerkiosk.contract.json.MalformedDocument;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Appointments for kiosks. A wish is put under a number that the kiosk chose, so a repeated one gets
 * the same answer; everything else goes by the citizen's code, which stands in the body and never in
 * an address, because addresses are logged.
 */
@RestController
final class AppointmentDoor {
    private static final String JSON = MediaType.APPLICATION_JSON_VALUE;

    private final Appointments appointments;

    AppointmentDoor(Appointments appointments) {
        this.appointments = appointments;
    }

    @GetMapping("/v1/venues")
    ResponseEntity<?> venues() {
        return Answers.json(HttpStatus.OK, AppointmentJson.venues(appointments));
    }

    @GetMapping("/v1/appointments/free")
    ResponseEntity<?> free(
            @RequestParam String venue,
            @RequestParam String service,
            @RequestParam String from,
            @RequestParam(defaultValue = "7") int days) {
        LocalDate first;
        try {
            first = LocalDate.parse(from);
        } catch (DateTimeException e) {
            return Answers.malformed("from", "must be like 2026-11-30");
        }
        return switch (appointments.free(venue, service, first, days)) {
            case Appointments.Search.Found(var starts) -> {
                var json = CanonicalJson.object().put("v", 1);
                var array = json.putArray("free");
                starts.forEach(start -> array.add(CanonicalJson.time(start)));
                yield Answers.json(HttpStatus.OK, json);
            }
            case Appointments.Search.Refused(String field, String problem) ->
                    Answers.malformed(field, problem);
        };
    }

    /** Holds a place, for ten minutes. */
    @PutMapping(path = "/v1/appointments/{id}", consumes = JSON)
    ResponseEntity<?> hold(@PathVariable String id, HttpServletRequest request) throws IOException {
        try {
            var fields = Answers.document(request);
            var wish = AppointmentWish.of(fields);
            return answer(
                    appointments.hold(
                            new Wish(
                                    Answers.number(id),
                                    Caller.of(request),
                                    wish.venue(),
                                    wish.service(),
                                    wish.start(),
                                    wish.language())));
        } catch (MalformedDocument e) {
            return Answers.malformed(e.field(), e.problem());
        }
    }

    /** {@code {"v":1,"code":"…","mail":"…"}}; the address may be left out. */
    @PostMapping(path = "/v1/appointments/confirm", consumes = JSON)
    ResponseEntity<?> confirm(HttpServletRequest request) throws IOException {
        return byCode(
                request,
                (kiosk, fields) -> {
                    var code = fields.text("code");
                    var contact = new Contact(fields.textIfPresent("mail"));
                    fields.end();
                    return appointments.confirm(kiosk, code, contact);
                });
    }

    @PostMapping(path = "/v1/appointments/move", consumes = JSON)
    ResponseEntity<?> move(HttpServletRequest request) throws IOException {
        return byCode(
                request,
                (kiosk, fields) -> {
                    var code = fields.text("code");
                    var start = fields.instant("start");
                    fields.end();
                    return appointments.move(kiosk, code, start);
                });
    }

    @PostMapping(path = "/v1/appointments/cancel", consumes = JSON)
    ResponseEntity<?> cancel(HttpServletRequest request) throws IOException {
        return byCode(
                request,
                (kiosk, fields) -> {
                    var code = fields.text("code");
                    fields.end();
                    return appointments.cancel(kiosk, code);
                });
    }

    @PostMapping(path = "/v1/appointments/show", consumes = JSON)
    ResponseEntity<?> show(HttpServletRequest request) throws IOException {
        return byCode(
                request,
                (kiosk, fields) -> {
                    var code = fields.text("code");
                    fields.end();
                    return appointments.show(kiosk, code);
                });
    }

    private interface Asked {
        CodeOutcome of(String kiosk, Fields fields);
    }

    private static ResponseEntity<?> byCode(HttpServletRequest request, Asked asked)
            throws IOException {
        try {
            return Answers.of(asked.of(Caller.of(request), Answers.document(request)));
        } catch (MalformedDocument e) {
            return Answers.malformed(e.field(), e.problem());
        }
    }

    private static ResponseEntity<?> answer(HoldOutcome outcome) {
        return switch (outcome) {
            case HoldOutcome.Granted(var made) ->
                    Answers.json(HttpStatus.CREATED, AppointmentJson.of(made));
            case HoldOutcome.Repeated(var made) ->
                    Answers.json(HttpStatus.OK, AppointmentJson.of(made));
            case HoldOutcome.Taken() ->
                    Answers.problem(
                            HttpStatus.CONFLICT, "taken", "nothing is free there; search again");
            case HoldOutcome.Conflicting() ->
                    Answers.problem(
                            HttpStatus.CONFLICT,
                            "other-content",
                            "another wish came under this number; use a new number");
            case HoldOutcome.Refused(String field, String why) -> Answers.malformed(field, why);
        };
    }
}
