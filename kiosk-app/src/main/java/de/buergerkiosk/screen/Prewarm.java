package de.buergerkiosk.screen;

import de.buergerkiosk.forms.Localized;
import de.buergerkiosk.page.Field;
import de.buergerkiosk.page.Page;
import de.buergerkiosk.page.QrModules;
import de.buergerkiosk.page.Ways;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Pages with as much on them as real ones have, for warming: no citizen ever sees them. */
final class Prewarm {
    /** Letters of real texts, so that their glyphs are ready, and one that only outlines draw. */
    private static final Localized TEXT =
            Localized.same(
                    "Warm läuft es schneller: ÄÖÜäöüß, ABCDEFGHIJKLMNOPQRSTUVWXYZ 0123456789 €"
                            + " fghjkpqvxyz.");

    private static final Localized NAME = Localized.same("M̂warm");

    private Prewarm() {}

    /** The page before the first and after the last. */
    static Page nothing() {
        return new Page.Notice(
                "nothing", Page.Mood.INFO, Localized.same(""), List.of(), List.of(), Ways.NONE);
    }

    private static List<Page.Block> blocks() {
        return List.of(
                new Page.Paragraph(TEXT),
                new Page.Heading(TEXT),
                new Page.Bullets(List.of(TEXT, TEXT, TEXT)),
                new Page.Fact("money", TEXT, TEXT),
                new Page.Fact("clock", TEXT, TEXT),
                new Page.Fact("file-text", TEXT, TEXT),
                new Page.Code(TEXT, "0123"));
    }

    static List<Page> pages() {
        var blocks = blocks();
        return List.of(
                new Page.Choices("prewarm", TEXT, TEXT, tiles(), Ways.OPEN),
                new Page.Reading("prewarm", TEXT, blocks, TEXT, Ways.OPEN),
                new Page.Consent(
                        "prewarm",
                        TEXT,
                        TEXT,
                        TEXT,
                        List.of(TEXT, TEXT, TEXT, TEXT),
                        List.of(new Page.Option("a", TEXT)),
                        blocks,
                        Optional.of(TEXT),
                        TEXT,
                        Ways.OPEN),
                new Page.SecretEntry(
                        "prewarm",
                        TEXT,
                        TEXT,
                        5,
                        6,
                        Optional.of(TEXT),
                        Optional.of(TEXT),
                        Ways.OPEN),
                questions(fields()),
                questions(List.of(plate())),
                questions(List.of(date())),
                new Page.Check(
                        "prewarm",
                        TEXT,
                        TEXT,
                        IntStream.range(0, 8)
                                .mapToObj(i -> new Page.Row(TEXT, NAME, Optional.of("a" + i / 2)))
                                .toList(),
                        List.of(new Page.Price(TEXT, TEXT), new Page.Price(TEXT, TEXT)),
                        Optional.of(TEXT),
                        TEXT,
                        TEXT,
                        Ways.OPEN),
                waiting(Page.Illustration.CARD_READER),
                waiting(Page.Illustration.CARD_TAKEN),
                waiting(Page.Illustration.PAYMENT_TERMINAL),
                waiting(Page.Illustration.PRINTER),
                waiting(Page.Illustration.HOURGLASS),
                scan(),
                new Page.Notice(
                        "prewarm",
                        Page.Mood.DONE,
                        TEXT,
                        blocks,
                        List.of(
                                new Page.Button("a", TEXT, true),
                                new Page.Button("b", TEXT, false)),
                        Ways.OPEN));
    }

    private static Page scan() {
        return new Page.Scan(
                "prewarm",
                TEXT,
                TEXT,
                new QrModules(List.of("#")),
                List.of(TEXT, TEXT),
                Optional.of(TEXT));
    }

    private static List<Page.Tile> tiles() {
        return IntStream.range(0, 6)
                .mapToObj(i -> new Page.Tile("prewarm" + i, "car", TEXT, TEXT))
                .toList();
    }

    private static Page questions(List<Field> fields) {
        return new Page.Questions(
                "prewarm",
                TEXT,
                Optional.of(TEXT),
                Optional.of(TEXT),
                fields,
                List.of(new Page.FieldProblem(fields.getFirst().path(), TEXT)),
                Optional.of(TEXT),
                TEXT,
                Ways.OPEN);
    }

    private static List<Field> fields() {
        return List.of(
                new Field.Line("a", TEXT, Optional.of(TEXT), "", Field.Keypad.LETTERS, 40),
                new Field.Line("b", TEXT, Optional.empty(), "", Field.Keypad.LETTERS, 40),
                new Field.Choice(
                        "c",
                        TEXT,
                        Optional.empty(),
                        "",
                        List.of(new Page.Option("a", TEXT), new Page.Option("b", TEXT))),
                new Field.YesNo("d", TEXT, Optional.empty(), ""),
                count("e"),
                count("f"),
                count("g"),
                count("h"),
                new Field.Fixed("i", TEXT, Optional.empty(), "warm"));
    }

    private static Field count(String path) {
        return new Field.Count(path, TEXT, Optional.empty(), "", Optional.of("couch"), 5);
    }

    private static Field plate() {
        return new Field.Line("a", TEXT, Optional.empty(), "", Field.Keypad.PLATE, 10);
    }

    private static Field date() {
        return new Field.Date("a", TEXT, Optional.empty(), "");
    }

    private static Page waiting(Page.Illustration illustration) {
        return new Page.Waiting(
                "prewarm",
                TEXT,
                TEXT,
                List.of(TEXT, TEXT),
                illustration,
                Optional.of(TEXT),
                Optional.of(TEXT));
    }
}
