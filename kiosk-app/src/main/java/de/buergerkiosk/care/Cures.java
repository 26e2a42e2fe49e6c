package de.buergerkiosk.care;

import de.buergerkiosk.forms.Localized;
import de.buergerkiosk.page.Page;
import de.buergerkiosk.page.Words;
import de.buergerkiosk.ports.DeviceState;
import de.buergerkiosk.ports.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a failure code means and what a hand at the kiosk can do about it, in plain words. The
 * handbook has more, for people at a desk; codes that only it knows are shown with a hint to it.
 */
final class Cures {
    private record Cure(Localized meaning, Localized cure) {}

    private final Words words;
    private final Map<String, Cure> byCode;

    private Cures(Words words, Map<String, Cure> byCode) {
        this.words = words;
        this.byCode = byCode;
    }

    /** The ones that ship with the kiosk, {@code care/cures.json}. */
    static Cures shipped(Words words) {
        try (var in = Cures.class.getResourceAsStream("/care/cures.json")) {
            if (in == null) {
                throw new IllegalStateException("care/cures.json is missing");
            }
            var all = new HashMap<String, Cure>();
            JsonMapper.shared()
                    .readTree(in)
                    .properties()
                    .forEach(each ->
                            all.put(
                                    each.getKey(),
                                    new Cure(
                                            localized(each.getValue().path("meaning")),
                                            localized(each.getValue().path("cure")))));
            return new Cures(words, Map.copyOf(all));
        } catch (IOException e) {
            throw new UncheckedIOException("care/cures.json", e);
        }
    }

    private static Localized localized(JsonNode texts) {
        var all = new HashMap<String, String>();
        texts.properties().forEach(each -> all.put(each.getKey(), each.getValue().stringValue()));
        return new Localized(all);
    }

    Set<String> codes() {
        return byCode.keySet();
    }

    /** In a few words, for a line of a list. */
    Localized state(DeviceState state) {
        return switch (state) {
            case DeviceState.Ready() -> words.say("care.state.ready");
            case DeviceState.Limited(var fault) -> words.say("care.state.limited", fault.code());
            case DeviceState.Down(var fault) -> words.say("care.state.down", fault.code());
        };
    }

    /** Meaning and cure; nothing for a part that is well. */
    List<Page.Block> explained(DeviceState state) {
        return switch (state) {
            case DeviceState.Ready() -> List.of();
            case DeviceState.Limited(var fault) -> explained(fault);
            case DeviceState.Down(var fault) -> explained(fault);
        };
    }

    List<Page.Block> explained(Fault fault) {
        var blocks = new ArrayList<Page.Block>();
        var known = byCode.get(fault.code());
        if (known == null) {
            blocks.add(new Page.Paragraph(words.say("care.cure.unknown", fault.code())));
        } else {
            blocks.add(new Page.Paragraph(known.meaning()));
            blocks.add(new Page.Paragraph(words.say("care.cure", known.cure())));
        }
        return blocks;
    }

    /** A page of its own for a trouble: code, meaning, cure, and another try. */
    Page.Notice trouble(String name, Localized title, Fault fault) {
        var blocks = new ArrayList<>(explained(fault));
        blocks.add(new Page.Paragraph(words.say("trouble.code", fault.code())));
        return new Page.Notice(
                name,
                Page.Mood.TROUBLE,
                title,
                blocks,
                List.of(new Page.Button("again", words.say("care.again"), true)),
                Session.WAYS);
    }
}
