package de.buergerkiosk.care;

import java.util.List;
import java.util.Optional;

/** Who may look after this kiosk. Data: it comes with the settings and works without a line. */
public record Roster(List<StaffMember> members) {
    public static final int MEMBERS_MAX = 100;

    /** Nobody: then nothing on the screen leads to staff mode either. */
    public static final Roster NOBODY = new Roster(List.of());

    /** Belongs to no PIN; what is tried with an unknown code is held against it, and takes as long. */
    private static final String NO_SALT = "A".repeat(22);

    private static final String NO_HASH = "A".repeat(43);

    public Roster {
        members = List.copyOf(members);
        if (members.size() > MEMBERS_MAX) {
            throw new IllegalArgumentException("more than " + MEMBERS_MAX + " people");
        }
        if (members.stream().map(StaffMember::code).distinct().count() < members.size()) {
            throw new IllegalArgumentException("a code stands there twice");
        }
    }

    public boolean isEmpty() {
        return members.isEmpty();
    }

    Optional<StaffMember> find(String code) {
        return members.stream().filter(each -> each.code().equals(code)).findFirst();
    }

    /** As slow as the slowest of the others. */
    PinHash nobody() {
        int iterations =
                members.stream()
                        .mapToInt(each -> each.pin().iterations())
                        .max()
                        .orElse(PinHash.ITERATIONS);
        return new PinHash(iterations, NO_SALT, NO_HASH);
    }
}
