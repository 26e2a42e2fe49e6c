package de.buergerkiosk.forms;

import java.util.List;

/**
 * What the service costs with these answers on this day.
 *
 * @param totalCents sum of the lines in whole euro cents; 0 means nothing due
 */
public record Fee(List<FeeLine> lines, long totalCents) {
    public Fee {
        lines = List.copyOf(lines);
        if (lines.stream().mapToLong(FeeLine::cents).reduce(0, Math::addExact) != totalCents) {
            throw new IllegalArgumentException("the total is not the sum of its lines");
        }
    }

    public static Fee of(List<FeeLine> lines) {
        return new Fee(lines, lines.stream().mapToLong(FeeLine::cents).reduce(0, Math::addExact));
    }
}
