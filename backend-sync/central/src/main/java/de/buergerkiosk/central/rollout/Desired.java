package de.buergerkiosk.central.rollout;

/**
 * What a kiosk is to be.
 *
 * @param digest of the bundle's signed document, which is also its name
 * @param turn ascends with every change of anybody's
 */
public record Desired(String kiosk, long version, String digest, long release, long turn) {}
