package de.buergerkiosk.central.fleet;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where the kiosks of the city are kept. */
public interface KioskBook {
    Optional<Kiosk> find(String id);

    /** By id. */
    List<Kiosk> all();

    /** Adds it, or moves it to another site or other groups. */
    void put(Kiosk kiosk, String by, Instant at);

    /**
     * How a machine stands to the door.
     *
     * @param denied no certificate of it opens the door
     * @param certificate the newest that was issued
     * @param codeUntil end of a code that nobody used yet
     */
    record Papers(boolean denied, Optional<Certificate> certificate, Optional<Instant> codeUntil) {}

    /** One that was issued; the serial number in hexadecimal. */
    record Certificate(String serial, Instant issued, Instant until) {}

    /** By id of the kiosk; every known kiosk has an entry. */
    Map<String, Papers> papers();

    /** From now on its certificates open no door; a new enrolment lets it in again. */
    boolean deny(String id);

    /** Serial numbers, in hexadecimal, of certificates that open no door. */
    Set<String> deniedSerials();
}
