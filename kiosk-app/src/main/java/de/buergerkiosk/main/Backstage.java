package de.buergerkiosk.main;

import java.util.Optional;

/**
 * What whoever runs the kiosk lends to staff mode.
 *
 * @param reopen opens the whole kiosk anew as soon as nobody is there; empty where nobody can
 * @param bundle version of the centre's settings; 0 for the kiosk's own file
 */
record Backstage(Optional<Runnable> reopen, long bundle) {
    static final Backstage NONE = new Backstage(Optional.empty(), 0);
}
