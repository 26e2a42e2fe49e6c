package de.buergerkiosk.agent.apply;

/**
 * A bundle by name.
 *
 * @param digest of its signed document
 */
public record Named(long version, String digest) {}
