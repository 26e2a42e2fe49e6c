package de.buergerkiosk.central.fleet;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where the kiosks of the city are kept. */
public interface KioskBook {
    Optional<Kiosk> find(String id);

    /** By id. */
    List<Kiosk> all();

    /** Adds it, or moves it to another site or other groups. */
    void put(Kiosk kiosk, String by, Instant at);

    /** From now on its certificates open no door; a new enrolment lets it in again. */
    boolean deny(String id);

    /** Serial numbers, in hexadecimal, of certificates that open no door. */
    Set<String> deniedSerials();
}
