package de.buergerkiosk.eid.identify;

import de.buergerkiosk.eid.OwnMachine;
import de.buergerkiosk.eid.activation.ActivationSettings;
import de.buergerkiosk.eid.ausweisapp.AusweisAppSettings;
import de.buergerkiosk.eid.ausweisapp.RefreshAddress;
import de.buergerkiosk.eid.ausweisapp.SdkMessage;
import de.buergerkiosk.eid.simulated.server.Refusal;
import de.buergerkiosk.ports.eid.EidResult;
import de.buergerkiosk.ports.eid.EidService;
import de.buergerkiosk.ports.eid.Person;
import java.io.Console;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./kiosk identify}: one identification, said in advance, reported as one JSON document. */
@Command(
        name = "identify",
        mixinStandardHelpOptions = true,
        description = {
            "Identifies one person with the ID card in the reader.",
            "Exit code 0 when identified, 1 otherwise, 2 for wrong use."
        })
public final class IdentifyCommand implements Callable<Integer> {
    private static final int WAIT_MAX = 600;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--client",
            required = true,
            paramLabel = "CLIENT",
            description =
                    "ausweisapp: AusweisApp by its SDK; activation: the installed eID client, by"
                            + " TR-03124-1; simulation: nobody is identified, for trials.")
    private String client = "";

    @Option(
            names = "--endpoint",
            paramLabel = "URL",
            description =
                    "Where on this computer the client listens; without it, ausweisapp is started,"
                            + " and activation is at http://127.0.0.1:24727/eID-Client.")
    private Optional<String> endpoint = Optional.empty();

    @Option(
            names = "--tc-token-url",
            paramLabel = "URL",
            description = "A session of somebody else's eID server; the person stays there.")
    private Optional<String> tcTokenUrl = Optional.empty();

    @Option(
            names = "--pin",
            paramLabel = "N",
            description =
                    "The six-digit PIN; other people on this machine can see it. Without it, a"
                            + " console is asked, without echo.")
    private char @Nullable [] pin;

    @Option(names = "--can", paramLabel = "N", description = "The six digits on the card's front.")
    private char @Nullable [] can;

    @Option(
            names = "--reader",
            paramLabel = "NAME",
            description =
                    "The one reader that counts; without it, any with a card. With the simulation,"
                            + " the example card that lies there, as ./kiosk sim card --person list"
                            + " names it.")
    private Optional<String> reader = Optional.empty();

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            description =
                    "How long to wait for a card; default 30. The windows of an activated client"
                            + " mind the time themselves.")
    private int waitSeconds = 30;

    @Option(
            names = "--trust-anchor",
            paramLabel = "HEX",
            description =
                    "CVCA certificate of a test system, for an AusweisApp that this command"
                            + " starts.")
    private List<String> trustAnchors = List.of();

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    private final List<String> trace = new CopyOnWriteArrayList<>();
    private final List<URI> addresses = new CopyOnWriteArrayList<>();

    @Override
    public Integer call() throws InterruptedException {
        check();
        var dialogue = new OptionsDialogue(() -> digits(pin, "PIN: "), () -> digits(can, "CAN: "));
        Report report;
        Chain chain = chain();
        // a console that is closed must not leave AusweisApp behind
        try (var _ = new ClosedOnExit(chain::close, Thread::new)) {
            report = run(chain, dialogue);
        } finally {
            forget(pin);
            forget(can);
        }
        System.out.println(json ? report.json() : report.text());
        return report.outcome() == Outcome.IDENTIFIED ? 0 : 1;
    }

    private void check() {
        if (!List.of("ausweisapp", "activation", "simulation").contains(client)) {
            throw wrong("--client: use ausweisapp, activation or simulation");
        }
        // never with the value: it would stand in the console's log
        if (pin != null && !new String(pin).matches("[0-9]{5,6}")) {
            throw wrong("--pin: six digits, or the five of the letter with the transport PIN");
        }
        if (can != null && !new String(can).matches("[0-9]{6}")) {
            throw wrong("--can: the six digits on the front of the card");
        }
        if (waitSeconds < 1 || waitSeconds > WAIT_MAX) {
            throw wrong("--wait: " + waitSeconds + " is out of range; use 1 to " + WAIT_MAX);
        }
        if (reader.filter(String::isBlank).isPresent()) {
            throw wrong("--reader: the name is empty; ./kiosk card lists the readers");
        }
        tcTokenUrl.ifPresent(this::web);
        switch (client) {
            case "ausweisapp" ->
                    endpoint.ifPresent(
                            url -> here(url, "ws://127.0.0.1:24727/eID-Kernel", "ws", "http"));
            case "activation" -> {
                if (tcTokenUrl.isEmpty()) {
                    throw wrong(
                            "--tc-token-url: missing; the activation client needs the session of"
                                    + " an eID server, ./kiosk sim eid-server has some");
                }
                endpoint.ifPresent(
                        url -> here(url, ActivationSettings.RESERVED.toString(), "http"));
            }
            default -> {
                if (endpoint.isPresent() || tcTokenUrl.isPresent()) {
                    throw wrong("--endpoint and --tc-token-url: not with the simulation");
                }
            }
        }
        if (!trustAnchors.isEmpty() && (endpoint.isPresent() || !client.equals("ausweisapp"))) {
            throw wrong("--trust-anchor: only for an AusweisApp that this command starts");
        }
        try {
            var _ = AusweisAppSettings.in(Path.of("/")).trusting(trustAnchors);
        } catch (IllegalArgumentException e) {
            throw wrong("--trust-anchor: " + e.getMessage());
        }
    }

    private void here(String url, String example, String... schemes) {
        if (OwnMachine.address(url, schemes).isEmpty()) {
            throw wrong(
                    "--endpoint: not an address of an eID client on this computer; use one like "
                            + example);
        }
    }

    private void web(String url) {
        try {
            var address = new URI(url);
            if (List.of("https", "http").contains(String.valueOf(address.getScheme()))
                    && address.getHost() != null) {
                return;
            }
        } catch (URISyntaxException e) {
            // said below, like every other address that is none
        }
        throw wrong("--tc-token-url: not an address that begins with https://");
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private Optional<char[]> digits(char @Nullable [] given, String prompt) {
        if (given != null) {
            return Optional.of(given.clone());
        }
        return Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .map(console -> console.readPassword(prompt));
    }

    private static void forget(char @Nullable [] digits) {
        if (digits != null) {
            Arrays.fill(digits, '\0');
        }
    }

    private Chain chain() throws InterruptedException {
        return new Chains(
                        InstantSource.system(),
                        Thread.ofVirtual().name("identify-", 0).factory(),
                        new SecureRandom())
                .make(
                        new Chains.Order(
                                client,
                                endpoint.map(URI::create),
                                tcTokenUrl.isPresent(),
                                reader,
                                Duration.ofSeconds(waitSeconds),
                                trustAnchors,
                                this::hear,
                                addresses::add));
    }

    private void hear(SdkMessage message) {
        trace.add(message.name());
        if (message instanceof SdkMessage.AuthEnded end) {
            RefreshAddress.of(end).ifPresent(addresses::add);
        }
    }

    private Report run(Chain chain, OptionsDialogue dialogue) throws InterruptedException {
        Optional<URI> foreign = tcTokenUrl.map(URI::create);
        if (chain.service().isEmpty() && foreign.isEmpty()) {
            return report(
                    Outcome.UNAVAILABLE,
                    dialogue,
                    Optional.empty(),
                    Optional.of("no eID server: give --tc-token-url"));
        }
        return switch (chain.session(foreign)) {
            case EidService.Opening.Unavailable(var fault) ->
                    report(
                            Outcome.UNAVAILABLE,
                            dialogue,
                            Optional.empty(),
                            Optional.of(fault.code() + ": " + fault.detail()));
            case EidService.Opening.Opened(var url) ->
                    concluded(chain, dialogue, chain.client().authenticate(url, dialogue));
        };
    }

    private Report concluded(Chain chain, OptionsDialogue dialogue, EidResult result)
            throws InterruptedException {
        return switch (result) {
            case EidResult.Done(var address) -> {
                addresses.add(address);
                Optional<Person> person =
                        chain.service().isEmpty()
                                ? Optional.empty()
                                : chain.service().get().collect(address).person();
                boolean lost = chain.service().isPresent() && person.isEmpty();
                yield lost
                        ? report(
                                Outcome.FAILED,
                                dialogue,
                                person,
                                Optional.of("the eID server delivers no identity"))
                        : report(Outcome.IDENTIFIED, dialogue, person, Optional.empty());
            }
            case EidResult.Ended(var reason, var fault) -> {
                boolean ours =
                        reason == EidResult.Reason.CANCELLED && dialogue.gaveUpWith().isPresent();
                Optional<Refusal> refusal = chain.refusal().get();
                if (!ours && refusal.isPresent() && refusal.get() != Refusal.CLIENT_ENDED) {
                    yield report(
                            Outcome.REFUSED,
                            dialogue,
                            Optional.empty(),
                            Optional.of("the eID server: " + refusal.get().meaning()));
                }
                yield ours
                        ? report(
                                dialogue.gaveUpWith().get(),
                                dialogue,
                                Optional.empty(),
                                Optional.of(dialogue.why()))
                        : report(
                                Outcome.of(reason),
                                dialogue,
                                Optional.empty(),
                                Optional.of(fault.code() + ": " + fault.detail()));
            }
        };
    }

    private Report report(
            Outcome outcome,
            OptionsDialogue dialogue,
            Optional<Person> person,
            Optional<String> reason) {
        // the card gives all tries back with the right PIN (TR-03110 part 2)
        OptionalInt tries =
                outcome == Outcome.IDENTIFIED && dialogue.triesLeft().isPresent()
                        ? OptionalInt.of(3)
                        : dialogue.triesLeft();
        return new Report(
                outcome,
                tries,
                person,
                reason,
                addresses.isEmpty() ? Optional.empty() : Optional.of(addresses.getLast()),
                client.equals("ausweisapp") ? trace : dialogue.asked());
    }
}
