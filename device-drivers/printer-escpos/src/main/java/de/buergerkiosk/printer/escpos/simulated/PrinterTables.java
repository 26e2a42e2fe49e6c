package de.buergerkiosk.printer.escpos.simulated;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Map;
import java.util.Optional;

/** The character tables in the printer's memory, by their ESC t number (Epson TM-T88VII). */
final class PrinterTables {
    private static final int KATAKANA = 1;

    /** Line-drawing part of the Katakana table, from 80 on; hosts draw frames with it. */
    private static final String KATAKANA_DRAWING = "▁▂▃▄▅▆▇█▏▎▍▌▋▊▉┼┴┬┤├▔─│▕┌┐└┘╭╮╰╯";

    private static final Map<Integer, String> CHARSETS =
            Map.ofEntries(
                    Map.entry(0, "IBM437"),
                    Map.entry(2, "IBM850"),
                    Map.entry(3, "IBM860"),
                    Map.entry(4, "IBM863"),
                    Map.entry(5, "IBM865"),
                    Map.entry(13, "IBM857"),
                    Map.entry(14, "x-IBM737"),
                    Map.entry(15, "ISO-8859-7"),
                    Map.entry(16, "windows-1252"),
                    Map.entry(17, "IBM866"),
                    Map.entry(18, "IBM852"),
                    Map.entry(19, "IBM00858"),
                    Map.entry(33, "IBM775"),
                    Map.entry(34, "IBM855"),
                    Map.entry(35, "IBM861"),
                    Map.entry(36, "IBM862"),
                    Map.entry(38, "IBM869"),
                    Map.entry(39, "ISO-8859-2"),
                    Map.entry(40, "ISO-8859-15"),
                    Map.entry(45, "windows-1250"),
                    Map.entry(46, "windows-1251"),
                    Map.entry(47, "windows-1253"),
                    Map.entry(48, "windows-1254"),
                    Map.entry(49, "windows-1255"),
                    Map.entry(50, "windows-1256"),
                    Map.entry(51, "windows-1257"),
                    Map.entry(52, "windows-1258"));

    private PrinterTables() {}

    static boolean has(int table) {
        return table == KATAKANA || CHARSETS.containsKey(table);
    }

    /** The letter at that byte; empty where the table has a hole. */
    static Optional<String> letter(int table, int value) {
        if (table == KATAKANA) {
            int drawing = value - 0x80;
            if (drawing >= 0 && drawing < KATAKANA_DRAWING.length()) {
                return Optional.of(KATAKANA_DRAWING.substring(drawing, drawing + 1));
            }
            return value < 0x7F ? Optional.of(String.valueOf((char) value)) : Optional.empty();
        }
        try {
            String letter =
                    Charset.forName(CHARSETS.getOrDefault(table, "US-ASCII"))
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)
                            .decode(ByteBuffer.wrap(new byte[] {(byte) value}))
                            .toString();
            return letter.isEmpty() || Character.isISOControl(letter.charAt(0))
                    ? Optional.empty()
                    : Optional.of(letter);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
