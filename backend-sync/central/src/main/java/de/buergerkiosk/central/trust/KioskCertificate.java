package de.buergerkiosk.central.trust;

import java.time.Instant;

/**
 * A certificate that the city's authority made for a kiosk.
 *
 * @param serial in hexadecimal
 * @param keyHash SHA-256 of the public key (SubjectPublicKeyInfo)
 */
public record KioskCertificate(String pem, String serial, Instant until, String keyHash) {}
