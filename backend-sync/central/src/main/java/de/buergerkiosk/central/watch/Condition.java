package de.buergerkiosk.central.watch;

/** Something that is wrong now, seen from what is known; it becomes an incident if it is new. */
public record Condition(Incident.Kind kind, String subject, String detail) {
    boolean is(Incident incident) {
        return incident.kind() == kind && incident.subject().equals(subject);
    }
}
