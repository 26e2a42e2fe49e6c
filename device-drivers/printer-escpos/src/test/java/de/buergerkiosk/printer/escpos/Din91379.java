package de.buergerkiosk.printer.escpos;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** The letters that names may have (DIN 91379). */
final class Din91379 {
    private Din91379() {}

    /**
     * @param group such as {@code latin}
     */
    static List<String> letters(String group) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(Din91379.class.getResourceAsStream("din-91379.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith(group + "\t"))
                    .map(line -> letter(line.substring(group.length() + 1)))
                    .toList();
        }
    }

    private static String letter(String codePoints) {
        int[] points =
                Arrays.stream(codePoints.split(" "))
                        .mapToInt(p -> Integer.parseInt(p, 16))
                        .toArray();
        return new String(points, 0, points.length);
    }
}
