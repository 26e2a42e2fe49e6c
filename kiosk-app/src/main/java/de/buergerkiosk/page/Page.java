package de.buergerkiosk.page;

import de.buergerkiosk.forms.Localized;
import java.util.List;
import java.util.Optional;

/**
 * One page as data, in all languages at once: a screen that switches the language shows the same
 * page again and keeps what was entered. Every page has a text golden; pictures are few.
 */
public sealed interface Page {
    /** Stable name, lower case and hyphens: names pictures and goldens, never shown. */
    String name();

    /** The heading; on a page that asks, the question itself. */
    Localized title();

    /** How the citizen may leave this page other than onward. */
    Ways ways();

    /** A warning of the city to everybody, above all else. */
    default Optional<Localized> banner() {
        return Optional.empty();
    }

    /**
     * The attract page. The whole page answers {@link Answer.Onward}.
     *
     * @param languages shown with their own names, at once and large
     * @param staff a small way in for the people who look after the kiosk; answers {@link
     *     Answer.Chosen} with {@link #STAFF}
     */
    record Welcome(
            Localized title,
            Localized whatItIs,
            List<Localized> offers,
            Localized touchHere,
            List<Language> languages,
            Optional<Localized> banner,
            Optional<Localized> staff)
            implements Page {
        /** What {@link #staff} answers. */
        public static final String STAFF = "staff";

        public Welcome {
            offers = List.copyOf(offers);
            languages = List.copyOf(languages);
        }

        /** Without a warning, and without a way in for staff. */
        public Welcome(
                Localized title,
                Localized whatItIs,
                List<Localized> offers,
                Localized touchHere,
                List<Language> languages) {
            this(title, whatItIs, offers, touchHere, languages, Optional.empty(), Optional.empty());
        }

        @Override
        public String name() {
            return "welcome";
        }

        @Override
        public Ways ways() {
            return Ways.NONE;
        }
    }

    /** A choice of tiles; answers {@link Answer.Chosen}. */
    record Choices(
            String name,
            Localized title,
            Localized lead,
            List<Tile> tiles,
            Ways ways,
            Optional<Localized> banner)
            implements Page {
        public Choices {
            tiles = List.copyOf(tiles);
        }

        /** Without a warning. */
        public Choices(String name, Localized title, Localized lead, List<Tile> tiles, Ways ways) {
            this(name, title, lead, tiles, ways, Optional.empty());
        }
    }

    /** Something to read and to go on from; answers {@link Answer.Onward}. */
    record Reading(
            String name,
            Localized title,
            List<Block> blocks,
            Localized onward,
            Ways ways,
            Optional<Localized> banner)
            implements Page {
        public Reading {
            blocks = List.copyOf(blocks);
        }

        /** Without a warning. */
        public Reading(
                String name, Localized title, List<Block> blocks, Localized onward, Ways ways) {
            this(name, title, blocks, onward, ways, Optional.empty());
        }
    }

    /** Who asks the ID card for what; answers {@link Answer.Agreed}. */
    record Consent(
            String name,
            Localized title,
            Localized whoAsks,
            Localized purpose,
            List<Localized> required,
            List<Option> optional,
            List<Block> details,
            Optional<Localized> simulation,
            Localized onward,
            Ways ways)
            implements Page {
        public Consent {
            required = List.copyOf(required);
            optional = List.copyOf(optional);
            details = List.copyOf(details);
        }
    }

    /**
     * A PIN or CAN on the privacy keypad, never shown or spoken; answers {@link Answer.Secret}.
     *
     * @param digitsMin from so many digits on it can be handed over
     * @param digits no more than these can be entered
     */
    record SecretEntry(
            String name,
            Localized title,
            Localized lead,
            int digitsMin,
            int digits,
            Optional<Localized> problem,
            Optional<Localized> simulation,
            Ways ways)
            implements Page {
        public SecretEntry {
            if (digitsMin < 1 || digitsMin > digits) {
                throw new IllegalArgumentException(digitsMin + " to " + digits + " digits");
            }
        }
    }

    /**
     * One group of questions; answers {@link Answer.Filled}.
     *
     * @param counter such as "Frage 1 von 2"
     * @param problems shown on top and at their fields, in the same words
     * @param price running price, where there is one
     */
    record Questions(
            String name,
            Localized title,
            Optional<Localized> counter,
            Optional<Localized> help,
            List<Field> fields,
            List<FieldProblem> problems,
            Optional<Localized> price,
            Localized onward,
            Ways ways)
            implements Page {
        public Questions {
            fields = List.copyOf(fields);
            problems = List.copyOf(problems);
        }
    }

    /**
     * Everything entered, with links to change it; answers {@link Answer.Change} or {@link
     * Answer.Onward}.
     */
    record Check(
            String name,
            Localized title,
            Localized lead,
            List<Row> rows,
            List<Price> prices,
            Optional<Localized> total,
            Localized change,
            Localized onward,
            Ways ways)
            implements Page {
        public Check {
            rows = List.copyOf(rows);
            prices = List.copyOf(prices);
        }
    }

    /**
     * Something runs; shown, not asked. A press on cancel answers {@link Answer.Leave}.
     *
     * @param detail what the citizen should do now, large
     */
    record Waiting(
            String name,
            Localized title,
            Localized detail,
            List<Localized> hints,
            Illustration illustration,
            Optional<Localized> cancel,
            Optional<Localized> simulation)
            implements Page {
        public Waiting {
            hints = List.copyOf(hints);
        }

        @Override
        public Ways ways() {
            return Ways.NONE;
        }
    }

    /**
     * A code to scan with the own telephone, while something is waited for; shown, not asked. A
     * press on cancel answers {@link Answer.Leave}.
     *
     * @param detail what the citizen should do, large
     */
    record Scan(
            String name,
            Localized title,
            Localized detail,
            QrModules code,
            List<Localized> hints,
            Optional<Localized> cancel)
            implements Page {
        public Scan {
            hints = List.copyOf(hints);
        }

        @Override
        public Ways ways() {
            return Ways.NONE;
        }
    }

    /** A message with buttons: result, trouble, farewell; answers {@link Answer.Chosen}. */
    record Notice(
            String name,
            Mood mood,
            Localized title,
            List<Block> blocks,
            List<Button> buttons,
            Ways ways,
            Optional<Localized> banner)
            implements Page {
        public Notice {
            blocks = List.copyOf(blocks);
            buttons = List.copyOf(buttons);
        }

        /** Without a warning. */
        public Notice(
                String name,
                Mood mood,
                Localized title,
                List<Block> blocks,
                List<Button> buttons,
                Ways ways) {
            this(name, mood, title, blocks, buttons, ways, Optional.empty());
        }
    }

    /** A language that the citizen can switch to: tag and its own name for itself. */
    record Language(String tag, String ownName) {}

    /** One offer on a page of choices; the icon is a name of the icon set. */
    record Tile(String id, String icon, Localized title, Localized summary) {}

    /** A value that can be chosen. */
    record Option(String id, Localized label) {}

    /** A button below a message; at most one is primary. */
    record Button(String id, Localized label, boolean primary) {}

    /** One entry on the check page; its target names the page to change it on. */
    record Row(Localized label, Localized value, Optional<String> target) {}

    /** A line of the fee. */
    record Price(Localized label, Localized amount) {}

    /** What is wrong with a field, and the cure. */
    record FieldProblem(String path, Localized message) {}

    /** A piece of running text. */
    sealed interface Block {}

    record Paragraph(Localized text) implements Block {}

    record Heading(Localized text) implements Block {}

    record Bullets(List<Localized> items) implements Block {
        public Bullets {
            items = List.copyOf(items);
        }
    }

    /** A fact with an icon: fee, duration, documents. */
    record Fact(String icon, Localized label, Localized value) implements Block {}

    /** A number or code to write down or read aloud, shown large. */
    record Code(Localized label, String code) implements Block {}

    enum Mood {
        DONE,
        INFO,
        WARNING,
        TROUBLE
    }

    enum Illustration {
        /** The card goes onto the reader. */
        CARD_READER,
        /** The card leaves the reader. */
        CARD_TAKEN,
        PAYMENT_TERMINAL,
        PRINTER,
        HOURGLASS
    }
}
