package de.buergerkiosk.demo.window;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What a simulated device told on its standard output, as far as the window shows it. */
public sealed interface DeviceNews {
    Pattern CODE = Pattern.compile("\\[QR ([^\\]\n]+)]");

    /** The display of the card terminal. */
    record Display(String text) implements DeviceNews {}

    /** Money that the terminal booked, or gave back. */
    record Booking(boolean reversed, int amountCents, int receiptNumber) implements DeviceNews {}

    /**
     * The state of the printer.
     *
     * @param paper {@code ok}, {@code low} or {@code out}
     */
    record Printer(String paper, boolean coverOpen, boolean error, boolean online)
            implements DeviceNews {}

    /**
     * A paper came out.
     *
     * @param code of the QR code on it
     */
    record Paper(Path png, int number, boolean complete, Optional<String> code)
            implements DeviceNews {}

    /** A document came out of the A4 printer, with a picture of its first page. */
    record Document(Path pdf, Path png) implements DeviceNews {}

    /**
     * Reads one line of a simulator's output; empty if the window does not show such news.
     *
     * @param papers folder of the printer's pictures
     */
    static Optional<DeviceNews> of(JsonNode line, Path papers) {
        return switch (line.path("event").asString("")) {
            case "display" -> Optional.of(new Display(line.path("text").asString("")));
            case "booked" -> Optional.of(booking(line, false));
            case "reversed" -> Optional.of(booking(line, true));
            case "status" ->
                    Optional.of(
                            new Printer(
                                    line.path("paper").asString("ok"),
                                    line.path("coverOpen").asBoolean(false),
                                    line.path("error").asBoolean(false),
                                    line.path("online").asBoolean(true)));
            case "paper" -> paper(line, papers);
            default -> Optional.empty();
        };
    }

    private static Booking booking(JsonNode line, boolean reversed) {
        return new Booking(
                reversed, line.path("amountCents").asInt(0), line.path("receiptNumber").asInt(0));
    }

    private static Optional<DeviceNews> paper(JsonNode line, Path papers) {
        var png = line.path("png").asString("");
        return png.isBlank()
                ? Optional.empty()
                : Optional.of(
                        new Paper(
                                papers.resolve(png),
                                line.path("number").asInt(0),
                                line.path("complete").asBoolean(true),
                                code(papers.resolve(line.path("text").asString("")))));
    }

    /** As the simulated printer writes it down; a paper without one has none to show. */
    private static Optional<String> code(Path text) {
        try {
            return Files.isRegularFile(text)
                    ? CODE.matcher(Files.readString(text))
                            .results()
                            .map(found -> found.group(1))
                            .findFirst()
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
