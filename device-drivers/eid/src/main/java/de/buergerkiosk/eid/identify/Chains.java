package de.buergerkiosk.eid.identify;

import de.buergerkiosk.eid.activation.ActivationEidClient;
import de.buergerkiosk.eid.activation.ActivationSettings;
import de.buergerkiosk.eid.ausweisapp.AusweisAppClient;
import de.buergerkiosk.eid.ausweisapp.AusweisAppHost;
import de.buergerkiosk.eid.ausweisapp.AusweisAppProcess;
import de.buergerkiosk.eid.ausweisapp.AusweisAppSettings;
import de.buergerkiosk.eid.ausweisapp.SdkSettings;
import de.buergerkiosk.eid.ausweisapp.SdkWitness;
import de.buergerkiosk.eid.ausweisapp.Whereabouts;
import de.buergerkiosk.eid.simulated.CardTray;
import de.buergerkiosk.eid.simulated.ExampleCards;
import de.buergerkiosk.eid.simulated.SimulatedEid;
import de.buergerkiosk.eid.simulated.SimulationSettings;
import de.buergerkiosk.ports.eid.CardGlance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;

/** Puts client, reader and server together, as the command was asked to. */
final class Chains {
    private final InstantSource clock;
    private final ThreadFactory threads;
    private final SecureRandom chance;

    Chains(InstantSource clock, ThreadFactory threads, SecureRandom chance) {
        this.clock = clock;
        this.threads = threads;
        this.chance = chance;
    }

    /**
     * What was asked for.
     *
     * @param client ausweisapp, activation or simulation
     * @param foreign whether the session is somebody else's
     * @param anchors trust anchors of test systems as hex
     * @param redirects hears where an activated client leads
     */
    record Order(
            String client,
            Optional<URI> endpoint,
            boolean foreign,
            Optional<String> reader,
            Duration cardWait,
            List<String> anchors,
            SdkWitness witness,
            Consumer<URI> redirects) {
        Order {
            anchors = List.copyOf(anchors);
        }

        Order trusting(String anchor) {
            var all = new ArrayList<>(anchors);
            all.add(anchor);
            return new Order(client, endpoint, foreign, reader, cardWait, all, witness, redirects);
        }
    }

    Chain make(Order order) throws InterruptedException {
        return switch (order.client()) {
            case "ausweisapp" ->
                    order.foreign() || order.endpoint().isPresent()
                            ? Chain.foreign(ausweisApp(order))
                            : withServer(order);
            case "activation" -> Chain.foreign(activation(order));
            default -> simulation(order);
        };
    }

    private ActivationEidClient activation(Order order) {
        var usual = ActivationSettings.usual();
        var settings = order.endpoint().map(usual::at).orElse(usual);
        return new ActivationEidClient(
                order.reader().map(settings::withReader).orElse(settings),
                glance(),
                clock,
                order.redirects());
    }

    private Chain withServer(Order order) {
        try {
            var server = LocalEidServer.start(clock, chance, threads);
            return new Chain(
                    ausweisApp(order.trusting(server.trustAnchor())),
                    Optional.of(server),
                    server::refusal,
                    List.of(server));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private AusweisAppClient ausweisApp(Order order) {
        var settings = SdkSettings.usual().withCardWait(order.cardWait());
        return new AusweisAppClient(
                order.endpoint()
                        .map(Chains::kernel)
                        .map(AusweisAppHost::at)
                        .orElseGet(() -> ownAusweisApp(order.anchors())),
                order.reader().map(settings::withReader).orElse(settings),
                glance(),
                clock,
                chance,
                threads,
                order.witness());
    }

    /** {@code http://127.0.0.1:24727} is as good as the whole address of the SDK. */
    private static URI kernel(URI address) {
        String path = address.getPath();
        return URI.create(
                "ws://"
                        + address.getAuthority()
                        + (path == null || path.isEmpty() || path.equals("/")
                                ? "/eID-Kernel"
                                : path));
    }

    private AusweisAppHost ownAusweisApp(List<String> anchors) {
        Path home = temporary();
        var process =
                new AusweisAppProcess(
                        AusweisAppSettings.in(home).trusting(anchors), clock, threads);
        return new AusweisAppHost() {
            @Override
            public Whereabouts find() throws InterruptedException {
                return process.find();
            }

            @Override
            public void close() {
                process.close();
                delete(home);
            }
        };
    }

    private Chain simulation(Order order) throws InterruptedException {
        Path folder = temporary();
        var tray = new CardTray(folder, Duration.ofMillis(20));
        tray.put(order.reader().orElse("erika"));
        var eid =
                new SimulatedEid(
                        SimulationSettings.demo().withCardWait(order.cardWait()),
                        ExampleCards.shipped(),
                        tray,
                        clock,
                        chance,
                        threads);
        return new Chain(eid, Optional.of(eid), Optional::empty, List.of(() -> delete(folder)));
    }

    private static CardGlance glance() {
        return ServiceLoader.load(CardGlance.class).findFirst().orElse(CardGlance.BLIND);
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("buergerkiosk-identify-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (var all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException | UncheckedIOException e) {
            System.err.println("identify: the temporary folder " + folder + " stays");
        }
    }
}
