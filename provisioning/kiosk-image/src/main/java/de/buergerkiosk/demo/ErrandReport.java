package de.buergerkiosk.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a scripted errand without a filing came to: {@code report.json}. What did not come about is not
 * in it; {@code trouble} is there exactly when not everything arrived.
 *
 * @param touches from the welcome page to the paper; typed characters and the scan are none
 * @param paperMillis from the last touch, or the scan, to the paper that the printer has confirmed
 * @param print {@code printed}, {@code halted} or {@code unknown}
 * @param arrived whether the centre has it for certain
 * @param heard the kiosk itself, as the centre has heard it
 */
record ErrandReport(
        Journeys journey,
        String service,
        List<ScriptedVisit.Shot> pages,
        int touches,
        Optional<Long> paperMillis,
        Optional<Appointment> appointment,
        Optional<Integer> ticket,
        Optional<String> print,
        boolean arrived,
        Optional<Heard> heard,
        long durationMillis,
        Optional<String> trouble) {
    /** The appointment in question; example data, so its code may stand in a file. */
    record Appointment(String code, Instant start) {}

    ErrandReport {
        pages = List.copyOf(pages);
        if (trouble.isEmpty() && !print.equals(Optional.of("printed"))) {
            trouble = Optional.of("the paper is not printed: " + print.orElse("not tried"));
        }
        if (trouble.isEmpty() && !arrived) {
            trouble = Optional.of("the centre does not have it");
        }
        if (trouble.isEmpty() && heard.isEmpty()) {
            trouble = Optional.of(Heard.NEVER);
        }
    }

    /** The house did not stand, or nobody could be let in. */
    static ErrandReport withoutVisit(Journeys journey, String service, String trouble) {
        return new ErrandReport(
                journey,
                service,
                List.of(),
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                0,
                Optional.of(trouble));
    }

    boolean everythingArrived() {
        return trouble.isEmpty();
    }

    ObjectNode json() {
        var json = JsonMapper.shared().createObjectNode();
        json.put("journey", journey.word());
        json.put("service", service);
        var list = json.putArray("pages");
        pages.forEach(page ->
                list.addObject()
                        .put("name", page.name())
                        .put("picture", page.picture())
                        .put("millis", page.millis()));
        json.put("touches", touches);
        paperMillis.ifPresent(millis -> json.put("paperMillis", millis));
        appointment.ifPresent(one ->
                json.putObject("appointment")
                        .put("code", one.code())
                        .put("start", one.start().toString()));
        ticket.ifPresent(number -> json.putObject("ticket").put("number", "" + number));
        print.ifPresent(outcome -> json.putObject("print").put("outcome", outcome));
        heard.ifPresent(h -> h.write(json));
        json.put("durationMillis", durationMillis);
        trouble.ifPresent(text -> json.put("trouble", text));
        return json;
    }

    void write(Path out) throws IOException {
        Files.createDirectories(out);
        Files.writeString(
                out.resolve("report.json"),
                JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(json())
                        + "\n");
    }
}
