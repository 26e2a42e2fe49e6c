package de.buergerkiosk.card.pcsc;

import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code ./kiosk card}: readers, cards and what they can do. */
@Command(
        name = "card",
        mixinStandardHelpOptions = true,
        description = {
            "Lists card readers, what lies in them and what they can do.",
            "A card that another program works with is left alone."
        })
public final class CardCommand implements Callable<Integer> {
    private static final String CURE =
            "start the smart card service: apt-get install pcscd, then systemctl start pcscd"
                    + " (without systemd: pcscd --foreground as root)";

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Override
    public Integer call() {
        return switch (new PcscReaders().probe()) {
            case ReaderLook.All.Unavailable(var fault) -> {
                if (json) {
                    ObjectNode document = document("unavailable");
                    document.put("reason", fault.code() + ": " + fault.detail());
                    document.put("cure", CURE);
                    print(document);
                }
                System.err.println("card: " + fault.detail() + ". Cure: " + CURE);
                yield 1;
            }
            case ReaderLook.All.Seen seen -> {
                if (json) {
                    print(json(seen));
                } else {
                    tell(seen);
                }
                yield 0;
            }
        };
    }

    private static void print(ObjectNode document) {
        System.out.println(JsonMapper.builder().build().writeValueAsString(document));
    }

    private static ObjectNode document(String service) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("service", service);
        document.putArray("readers");
        return document;
    }

    private static ObjectNode json(ReaderLook.All.Seen seen) {
        ObjectNode document = document("running");
        var readers = document.putArray("readers");
        for (ReaderLook reader : seen.readers()) {
            ObjectNode each = readers.addObject();
            each.put("name", reader.name());
            each.put("cardPresent", reader.holdsCard());
            card(each, reader.card());
            ObjectNode abilities = each.putObject("capabilities");
            abilities.put("pinPad", reader.abilities().pinPad());
            abilities.put("pace", !reader.abilities().pace().isEmpty());
            var parts = abilities.putArray("paceParts");
            reader.abilities().pace().stream().sorted().forEach(part -> parts.add(word(part)));
        }
        return document;
    }

    private static void card(ObjectNode reader, CardLook card) {
        switch (card) {
            case CardLook.Empty() -> reader.putNull("card");
            case CardLook.Untouched _, CardLook.InUse _, CardLook.Mute _ ->
                    reader.putObject("card").put("kind", kind(card));
            case CardLook.Eid(var atr, var protocols) -> {
                ObjectNode eid = reader.putObject("card").put("kind", kind(card)).put("atr", atr);
                var names = eid.putArray("paceProtocols");
                protocols.forEach(names::add);
            }
            case CardLook.Foreign(var atr, var observed) -> {
                ObjectNode foreign =
                        reader.putObject("card").put("kind", kind(card)).put("atr", atr);
                observed.ifPresent(text -> foreign.put("observed", text));
            }
        }
    }

    private static String kind(CardLook card) {
        return switch (card) {
            case CardLook.Empty() -> "none";
            case CardLook.Untouched() -> "untouched";
            case CardLook.InUse() -> "in-use";
            case CardLook.Mute() -> "mute";
            case CardLook.Eid _ -> "eid";
            case CardLook.Foreign _ -> "foreign";
        };
    }

    private static String word(ReaderAbilities.Pace part) {
        return part.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void tell(ReaderLook.All.Seen seen) {
        if (seen.readers().isEmpty()) {
            System.out.println("No card reader. Plug one in, and look at its driver (libccid).");
        }
        for (ReaderLook reader : seen.readers()) {
            System.out.printf(
                    "%s: card %s, PIN pad %s, PACE %s%s%n",
                    reader.name(),
                    kind(reader.card()),
                    reader.abilities().pinPad() ? "yes" : "no",
                    reader.abilities().pace().isEmpty() ? "no" : "yes",
                    hint(reader.card()));
        }
    }

    private static String hint(CardLook card) {
        return switch (card) {
            case CardLook.Mute() -> " (it does not answer: turn it over, or lay it in its middle)";
            case CardLook.Foreign _ -> " (not an ID card, residence permit or eID card)";
            case CardLook.InUse() -> " (another program works with it)";
            case CardLook.Empty _, CardLook.Untouched _, CardLook.Eid _ -> "";
        };
    }
}
