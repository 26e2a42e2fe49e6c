package de.buergerkiosk.central.appointment;

import java.time.Instant;

/**
 * A line of the call page: all that the public gets to see of anybody.
 *
 * @param at of the last call
 * @param times how often the number was called
 */
public record Call(int number, int counter, Instant at, int times) {}
