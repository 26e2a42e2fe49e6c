package de.buergerkiosk.central.fleet;

import de.buergerkiosk.central.trust.KioskCertificate;
import java.time.Instant;
import java.util.Optional;

/** Where codes and certificates are kept. */
public interface EnrolBook {
    /** Keeps a new code; older ones of the same kiosk that were not used count no more. */
    void mint(String kiosk, String codeHash, String by, Instant at, Instant expires);

    Optional<Minted> minted(String codeHash);

    /**
     * Uses the code, unless it was used or made void in the meantime. The kiosk's older certificates
     * open no door from then on.
     */
    boolean use(String codeHash, String kiosk, KioskCertificate issued, Instant at);

    /** Keeps a renewed certificate beside the one that still counts. */
    void renewed(String kiosk, KioskCertificate issued, Instant at);

    /** A code, as it is kept. */
    record Minted(String kiosk, Instant expires, boolean isVoid, Optional<Use> use) {}

    /** What a code was used for. */
    record Use(String keyHash, String certificate) {}
}
