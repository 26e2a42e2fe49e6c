package de.buergerkiosk.ports;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What went over a wire, as text that people can read and tests can play again: one event a line, in
 * milliseconds since the first one.
 *
 * <pre>
 * # a comment
 *      0 open
 *     12 &gt; 060006EEEEEEBE0978       kiosk to device
 *     19 &lt; 800000                   device to kiosk
 * </pre>
 */
public final class WireRecord {
    private static final Pattern LINE =
            Pattern.compile("\\s*([0-9]+) (?:(open)|([<>]) ((?:[0-9A-F]{2})+))\\s*");

    private WireRecord() {}

    /** One line. */
    public sealed interface Event {
        record Opened() implements Event {}

        /** Kiosk to device; upper-case hex, redacted. */
        record Sent(String hex) implements Event {}

        /** Device to kiosk; upper-case hex, redacted. */
        record Received(String hex) implements Event {}
    }

    /** The line of an event, without its end. */
    static String line(long millis, Event event) {
        return "%7d %s"
                .formatted(
                        millis,
                        switch (event) {
                            case Event.Opened() -> "open";
                            case Event.Sent(String hex) -> "> " + hex;
                            case Event.Received(String hex) -> "< " + hex;
                        });
    }

    /**
     * Reads a record; comments and blank lines are passed over.
     *
     * @throws IllegalArgumentException with the number of the line that is none
     */
    public static List<Event> read(String text) {
        List<String> lines = text.lines().toList();
        return IntStream.range(0, lines.size())
                .mapToObj(i -> event(lines.get(i), i + 1))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Event> event(String line, int number) {
        if (line.isBlank() || line.startsWith("#")) {
            return Optional.empty();
        }
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new IllegalArgumentException("line " + number + " is no event of a wire");
        }
        if (parts.group(2) != null) {
            return Optional.of(new Event.Opened());
        }
        String hex = parts.group(4);
        return Optional.of(
                parts.group(3).equals(">") ? new Event.Sent(hex) : new Event.Received(hex));
    }
}
