package de.buergerkiosk.contract.appointment;

import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.contract.json.Checks;
import de.buergerkiosk.contract.json.Fields;
import de.buergerkiosk.contract.json.MalformedDocument;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * An appointment as the centre keeps it. Whoever has its code has the appointment, so it is not
 * printed by accident.
 *
 * @param heldUntil until when it waits to be confirmed, while it is held
 */
public record KeptAppointment(
        UUID id,
        AppointmentCode code,
        String venue,
        String service,
        Instant start,
        Instant until,
        State state,
        Optional<Instant> heldUntil) {
    private static final int BYTES_MAX = 16 << 10;

    public KeptAppointment {
        Checks.slug("venue", venue);
        Checks.slug("service", service);
    }

    /** Where it is on its way. */
    public enum State {
        HELD,
        BOOKED,
        ARRIVED,
        CANCELLED,
        EXPIRED,
        MISSED,
        FINISHED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String word) {
            return Arrays.stream(values())
                    .filter(state -> state.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new MalformedDocument("state", "is not known here"));
        }
    }

    /** {@code {"v":1,…}}. */
    public byte[] json() {
        var json = CanonicalJson.object().put("v", 1);
        json.put("id", id.toString())
                .put("code", code.printed())
                .put("venue", venue)
                .put("service", service)
                .put("start", CanonicalJson.time(start))
                .put("until", CanonicalJson.time(until))
                .put("state", state.word());
        heldUntil.ifPresent(at -> json.put("heldUntil", CanonicalJson.time(at)));
        return CanonicalJson.bytes(json);
    }

    /**
     * Reads strictly.
     *
     * @throws MalformedDocument naming the field
     */
    public static KeptAppointment parse(byte[] bytes) {
        var fields = Fields.of(CanonicalJson.read(bytes, BYTES_MAX)).version(1);
        var kept =
                new KeptAppointment(
                        uuid(fields.text("id")),
                        AppointmentCode.parse(fields.text("code"))
                                .orElseThrow(() -> new MalformedDocument("code", "is no code")),
                        fields.text("venue"),
                        fields.text("service"),
                        fields.instant("start"),
                        fields.instant("until"),
                        State.of(fields.text("state")),
                        fields.instantIfPresent("heldUntil"));
        fields.end();
        return kept;
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new MalformedDocument("id", "is no UUID");
        }
    }

    @Override
    public String toString() {
        return "KeptAppointment[%s %s %s]".formatted(id, venue, state);
    }
}
