package de.buergerkiosk.eid.simulated;

import de.buergerkiosk.eid.simulated.SimulatedCard.IdCard;
import de.buergerkiosk.eid.simulated.card.CardFault;
import de.buergerkiosk.eid.simulated.card.Chip;
import de.buergerkiosk.eid.simulated.card.Personalisation;
import de.buergerkiosk.eid.simulated.card.PinMemory;
import de.buergerkiosk.eid.simulated.card.VpcdReader;
import de.buergerkiosk.eid.simulated.pki.CountrySigner;
import de.buergerkiosk.eid.simulated.pki.TestCvPki;
import java.io.IOException;
import java.net.SocketException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code kiosk sim card}: a virtual ID card in a reader of the driver vpcd. Taking the card away is
 * ending the process.
 */
@Command(
        name = "sim card",
        mixinStandardHelpOptions = true,
        description = {
            "A virtual ID card in a virtual reader (vpcd), for eID clients of other people.",
            "Ends when it is killed or the driver hangs up. CAN and PUK are in the first line."
        })
public final class SimCardCommand implements Callable<Integer> {
    private static final int PORT_OF_VPCD = 35_963;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--vpcd",
            paramLabel = "HOST:PORT",
            description = "Where vpcd listens. Default: ${DEFAULT-VALUE}")
    private String vpcd = "127.0.0.1:" + PORT_OF_VPCD;

    @Option(
            names = "--person",
            description = "Whose card; \"list\" prints all. Default: ${DEFAULT-VALUE}")
    private String person = "erika";

    @Option(names = "--pin", description = "Six digits, or five for a transport PIN.")
    private String pin = "";

    @Option(names = "--fault", description = "What is wrong with it; \"list\" prints all faults.")
    private String fault = CardFault.NONE.optionName();

    @Option(names = "--json", description = "With a list: JSON instead of text.")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        if (person.equals("list")) {
            print("persons", persons());
            return 0;
        }
        if (fault.equals("list")) {
            print("faults", faults());
            return 0;
        }
        String[] address = address();
        Chip chip = chip(chosenCard(), chosenFault());
        try (var reader = VpcdReader.connect(address[0], Integer.parseInt(address[1]))) {
            announce();
            return serve(reader, chip);
        } catch (IOException e) {
            System.err.println(
                    "No virtual reader at %s (%s). Is pcscd running with vpcd? Cure: apt-get install pcscd vsmartcard-vpcd, then pcscd --foreground."
                            .formatted(vpcd, e.getMessage()));
            return 1;
        }
    }

    /** Once it lies there, the line may end, but the reader was found. */
    private static int serve(VpcdReader reader, Chip chip) throws InterruptedException {
        try {
            reader.serve(chip);
        } catch (SocketException e) {
            // a driver that is killed does not say goodbye
        } catch (IOException e) {
            System.err.println("The line to vpcd is of no more use: " + e.getMessage() + ".");
            return 1;
        }
        System.err.println("vpcd has hung up: pcscd was stopped, or another card came.");
        return 0;
    }

    private String[] address() {
        int colon = vpcd.lastIndexOf(':');
        String port = vpcd.substring(colon + 1);
        if (colon < 1 || !port.matches("[0-9]{1,5}") || Integer.parseInt(port) > 65_535) {
            throw wrong("--vpcd: " + vpcd + " is not HOST:PORT, such as 127.0.0.1:" + PORT_OF_VPCD);
        }
        return new String[] {vpcd.substring(0, colon), port};
    }

    private IdCard chosenCard() {
        return ExampleCards.shipped()
                .find(person)
                .filter(IdCard.class::isInstance)
                .map(IdCard.class::cast)
                .orElseThrow(() ->
                        wrong("--person: no ID card of " + person + "; --person list prints all"));
    }

    private CardFault chosenFault() {
        return CardFault.named(fault)
                .orElseThrow(() ->
                        wrong("--fault: " + fault + " is not a fault; --fault list prints all"));
    }

    private Chip chip(IdCard card, CardFault chosen) {
        if (!pin.isEmpty() && !pin.matches("[0-9]{5,6}")) {
            // not quoting it: somebody may have typed a real one
            throw wrong("--pin: not six digits (or five for a transport PIN)");
        }
        LocalDate today =
                LocalDate.ofInstant(InstantSource.system().instant(), ZoneId.of("Europe/Berlin"));
        var maker =
                new CardMaker(
                        TestCvPki.create(TestCvPki.HOUSE, today),
                        CountrySigner.create(TestCvPki.HOUSE, today));
        Personalisation written = pin.isEmpty() ? maker.make(card) : maker.make(card, pin);
        return chosen.chip(
                written,
                PinMemory.volatileMemory(card.triesAtFirst()),
                new SecureRandom(),
                CountrySigner.create("rogue", today));
    }

    private void announce() {
        var line = new LinkedHashMap<String, Object>();
        line.put("person", person);
        line.put("vpcd", vpcd);
        line.put("can", chosenCard().can().reveal());
        line.put("puk", CardMaker.PUK);
        line.put("pid", ProcessHandle.current().pid());
        System.out.println(StrictJson.MAPPER.writeValueAsString(line));
        System.out.flush();
    }

    private static Map<String, String> persons() {
        var persons = new LinkedHashMap<String, String>();
        for (SimulatedCard card : ExampleCards.shipped().all()) {
            if (card instanceof IdCard) {
                persons.put(card.name(), card.labels().getOrDefault("en", ""));
            }
        }
        return persons;
    }

    private static Map<String, String> faults() {
        var faults = new LinkedHashMap<String, String>();
        Arrays.stream(CardFault.values())
                .forEach(each -> faults.put(each.optionName(), each.description()));
        return faults;
    }

    private void print(String key, Map<String, String> entries) {
        System.out.println(listing(key, entries, json));
    }

    /** One JSON document, or a line for each entry. */
    static String listing(String key, Map<String, String> entries, boolean json) {
        if (json) {
            List<Map<String, String>> objects =
                    entries.entrySet().stream()
                            .map(each -> {
                                var object = new LinkedHashMap<String, String>();
                                object.put("name", each.getKey());
                                object.put("description", each.getValue());
                                return (Map<String, String>) object;
                            })
                            .toList();
            return StrictJson.MAPPER.writeValueAsString(Map.of(key, objects));
        }
        return String.join(
                "\n",
                entries.entrySet().stream()
                        .map(each -> "%-28s%s".formatted(each.getKey(), each.getValue()))
                        .toList());
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
