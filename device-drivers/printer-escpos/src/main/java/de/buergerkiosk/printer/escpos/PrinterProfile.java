package de.buergerkiosk.printer.escpos;

import de.buergerkiosk.ports.print.Receipt;
import java.util.List;
import java.util.Set;

/**
 * What differs from printer model to printer model. Profiles are data: see the {@code profiles}
 * folder and {@link ProfileReader} for the format.
 *
 * @param name such as {@code epson-tm-t20}
 * @param dots printable width, a multiple of 8
 * @param columns letters of font A (12 dots wide) in a line
 * @param smallColumns letters of font B (9 dots wide) in a line
 * @param feedLinesBeforeCut lines between print head and knife
 * @param fullCut whether the knife cuts the paper through, else it leaves a bridge
 * @param qrModuleDots edge of one QR module, 3 to 12
 * @param codeTables in order of preference
 */
public record PrinterProfile(
        String name,
        int dots,
        int columns,
        int smallColumns,
        int feedLinesBeforeCut,
        boolean fullCut,
        int qrModuleDots,
        List<Table> codeTables,
        Set<Feature> features) {

    public PrinterProfile {
        codeTables = List.copyOf(codeTables);
        features = Set.copyOf(features);
        require(dots >= 192 && dots <= 1024 && dots % 8 == 0, "dots", "192 to 1024, by 8");
        require(columns >= 16 && columns * 12 <= dots, "columns", "16 to dots / 12");
        require(smallColumns >= columns && smallColumns * 9 <= dots, "smallColumns", "to dots / 9");
        require(feedLinesBeforeCut >= 0 && feedLinesBeforeCut <= 20, "feedLinesBeforeCut", "0-20");
        require(qrModuleDots >= 3 && qrModuleDots <= 12, "qrModuleDots", "3 to 12");
        require(!codeTables.isEmpty(), "codeTables", "at least one table");
    }

    /**
     * A character table of the printer.
     *
     * @param number operand of {@code ESC t}
     * @param charset name of the same table in the JDK
     */
    public record Table(int number, String charset) {}

    /** Abilities that not every printer has. */
    public enum Feature {
        /** Draws QR codes itself ({@code GS ( k}). */
        QR,
        /** Confirms the end of printing with an identifier ({@code GS ( H}, function 48). */
        PROCESS_ID,
        /** Throws away what is not printed yet ({@code DLE DC4}, function 8). */
        CLEAR_BUFFER,
        /** Reports each change of its status unasked ({@code GS a}). */
        AUTOMATIC_STATUS
    }

    /**
     * A profile that ships with the driver.
     *
     * @throws IllegalArgumentException when there is none of that name; the message lists them
     */
    public static PrinterProfile named(String name) {
        return ProfileReader.shipped(name);
    }

    /** Letters in a line of that style. */
    public int columns(Receipt.Style style) {
        return switch (style) {
            case NORMAL, BOLD, CENTRED -> columns;
            case TITLE -> columns / 2;
            case SMALL -> smallColumns;
        };
    }

    private static void require(boolean fine, String field, String allowed) {
        if (!fine) {
            throw new IllegalArgumentException(field + ": allowed is " + allowed);
        }
    }
}
