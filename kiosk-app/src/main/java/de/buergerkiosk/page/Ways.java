package de.buergerkiosk.page;

/**
 * How a page can be left other than onward.
 *
 * @param back one step back; false once money is in play
 * @param leave end the visit
 * @param patience how long the page waits for a citizen who does nothing
 */
public record Ways(boolean back, boolean leave, Patience patience) {
    /** Neither back nor leave, and it waits for ever: welcome and progress pages. */
    public static final Ways NONE = new Ways(false, false, Patience.ENDLESS);

    /** Back and leave, nothing personal on the page. */
    public static final Ways OPEN = new Ways(true, true, Patience.ANONYMOUS);

    /** Back and leave, with personal data on the page or behind it. */
    public static final Ways PERSONAL = new Ways(true, true, Patience.PERSONAL);

    /** The end of a visit: goes home by itself. */
    public static final Ways ENDING = new Ways(false, false, Patience.ENDING);

    public enum Patience {
        /** Waits for ever. */
        ENDLESS,
        /** A page without personal data. */
        ANONYMOUS,
        /** A page with personal data. */
        PERSONAL,
        /** Staff at work: locked after five quiet minutes. */
        STAFF,
        /** The farewell: ends without a warning, for nothing can be lost any more. */
        ENDING
    }
}
