package de.buergerkiosk.ports.payment;

import java.net.URI;

/** Follows a payment on a page, on the paying thread; every method returns at once. */
public interface PageWatch {
    /** The page can be opened; its number is durable. Called once. */
    void opened(URI page);

    /** The provider does not answer, or is asked whether a page that was given up was paid. */
    void findingOut();

    /** True once the citizen wants to stop; the driver asks between its questions. */
    boolean cancelWanted();
}
