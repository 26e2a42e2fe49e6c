package de.buergerkiosk.central.fleet;

import java.util.Set;

/**
 * Certificates that open no door, looked up at every request and therefore held in memory; brought
 * up to date by whoever watches the database.
 */
public final class Denied {
    private final KioskBook book;
    private volatile Set<String> serials = Set.of();

    public Denied(KioskBook book) {
        this.book = book;
    }

    public void refresh() {
        serials = Set.copyOf(book.deniedSerials());
    }

    /**
     * Whether the certificate with this number opens no door.
     *
     * @param serial in hexadecimal
     */
    public boolean has(String serial) {
        return serials.contains(serial);
    }
}
