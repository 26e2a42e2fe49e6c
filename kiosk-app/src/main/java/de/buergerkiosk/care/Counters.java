package de.buergerkiosk.care;

/** What the kiosk and its parts have done so far. Nothing about anybody. */
public interface Counters {
    /**
     * All of them, since the kiosk's file was made.
     *
     * @param filings released to the office
     * @param payments approved at the terminal
     * @param closings of the terminal's day
     * @param printed receipts that the printer confirmed; each is one cut
     * @param sinceRoll of those, since the roll was changed last
     * @param notPrinted prints that were not confirmed
     */
    record Figures(
            long visits,
            long identifications,
            long filings,
            long payments,
            long closings,
            long printed,
            long sinceRoll,
            long notPrinted,
            long rolls) {}

    Figures figures();

    void printed();

    void notPrinted();

    void rollChanged();
}
