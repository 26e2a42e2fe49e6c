package de.buergerkiosk.care;

import java.util.Optional;

/** Whether staff have taken the kiosk out of service; so it stays until staff put it back. */
public final class OutOfOrder {
    private static final String NOTE = "out-of-order";

    private final Notes notes;
    private volatile Optional<String> by;

    public OutOfOrder(Notes notes) {
        this.notes = notes;
        by = notes.read(NOTE);
    }

    /** Code of the one who did it; empty while the kiosk is in service. */
    public Optional<String> by() {
        return by;
    }

    public boolean isOn() {
        return by.isPresent();
    }

    void begin(String staff) {
        notes.keep(NOTE, staff);
        by = Optional.of(staff);
    }

    void end() {
        notes.forget(NOTE);
        by = Optional.empty();
    }
}
