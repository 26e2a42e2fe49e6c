package de.buergerkiosk.page;

/** An amount in euro cents; {@link Words} writes it as each language does. */
public record Money(long cents) {}
