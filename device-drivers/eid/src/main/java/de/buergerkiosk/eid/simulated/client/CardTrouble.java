package de.buergerkiosk.eid.simulated.client;

/** Nothing more comes from this card; says what was seen and never what was in it. */
public final class CardTrouble extends Exception {
    private final Kind kind;

    /** What kind of trouble it is. */
    public enum Kind {
        /** Taken away, or another one put in. */
        GONE,
        /** The reader, or what the card remembers with, does not work. */
        READER,
        /** It answers what no card may answer. */
        BROKEN
    }

    public CardTrouble(Kind kind, String observed) {
        super(observed);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    public String observed() {
        return String.valueOf(getMessage());
    }
}
