package de.buergerkiosk.scanner.line;

/** A line that cannot be opened, or has ended. */
public final class LineException extends Exception {
    private static final long serialVersionUID = 1L;

    /** When it happened. */
    public enum Moment {
        /** It never stood. */
        OPENING,
        /** It stood and broke. */
        OPEN
    }

    private final Moment moment;
    private final String detail;

    LineException(Moment moment, String detail) {
        super(detail);
        this.moment = moment;
        this.detail = detail;
    }

    public Moment moment() {
        return moment;
    }

    /** What was observed, for staff; names the port or the address. */
    public String detail() {
        return detail;
    }
}
