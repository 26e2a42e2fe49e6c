package de.buergerkiosk.payment.zvt.journal;

import de.buergerkiosk.ports.Fault;

/** The file cannot serve as a journal; nothing has been changed in it. */
public final class JournalException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    JournalException(Fault fault) {
        super(fault.code() + ": " + fault.detail());
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }

    static JournalException missing(String file) {
        return new JournalException(new Fault("PAY-JOURNAL-MISSING", file + " is not there"));
    }

    static JournalException unusable(String file, String why) {
        return new JournalException(new Fault("PAY-JOURNAL-UNUSABLE", file + ": " + why));
    }

    static JournalException locked(String file) {
        return new JournalException(
                new Fault("PAY-JOURNAL-LOCKED", file + " is in use by another process"));
    }

    static JournalException damaged(String file, long line, String why) {
        return new JournalException(
                new Fault("PAY-JOURNAL-DAMAGED", file + ", line " + line + ": " + why));
    }
}
