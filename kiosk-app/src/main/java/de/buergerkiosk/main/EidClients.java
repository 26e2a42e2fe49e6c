package de.buergerkiosk.main;

import de.buergerkiosk.card.pcsc.CardEvent;
import de.buergerkiosk.card.pcsc.CardWatch;
import de.buergerkiosk.card.pcsc.PcscReaders;
import de.buergerkiosk.eid.activation.ActivationEidClient;
import de.buergerkiosk.eid.activation.ActivationSettings;
import de.buergerkiosk.eid.ausweisapp.AusweisAppClient;
import de.buergerkiosk.eid.ausweisapp.AusweisAppHost;
import de.buergerkiosk.eid.ausweisapp.AusweisAppProcess;
import de.buergerkiosk.eid.ausweisapp.AusweisAppSettings;
import de.buergerkiosk.eid.ausweisapp.SdkSettings;
import de.buergerkiosk.eid.ausweisapp.SdkWitness;
import de.buergerkiosk.ports.DeviceState;
import de.buergerkiosk.ports.eid.CardGlance;
import de.buergerkiosk.ports.eid.EidClient;
import java.time.Duration;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.ThreadFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The eID clients for real cards. */
final class EidClients {
    private static final Logger LOG = LoggerFactory.getLogger(EidClients.class);

    /** Somebody who plugs a reader in wants to see it ready; a look costs next to nothing. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

    private EidClients() {}

    /** Watches the readers beside the client, where there are real cards; touches none of them. */
    static Optional<CardWatch> readers(Settings.Eid wanted, Surroundings around) {
        return switch (wanted) {
            case Settings.Eid.AusweisApp app -> Optional.of(watch(app.reader(), around));
            case Settings.Eid.Activation other -> Optional.of(watch(other.reader(), around));
            case Settings.Eid.None(), Settings.Eid.Simulation _ -> Optional.empty();
        };
    }

    private static CardWatch watch(Optional<String> citizens, Surroundings around) {
        var readers = new PcscReaders();
        return CardWatch.start(
                readers::look, citizens, LOOK_EVERY, EidClients::tell, around.threads());
    }

    static void tell(CardEvent event) {
        switch (event) {
            case CardEvent.ReaderPlugged(var reader) -> LOG.info("reader {} is plugged in", reader);
            case CardEvent.ReaderUnplugged(var reader) -> LOG.warn("reader {} is gone", reader);
            case CardEvent.CardPut(var reader) -> LOG.debug("a card lies in {}", reader);
            case CardEvent.CardTaken(var reader) -> LOG.debug("the card left {}", reader);
            case CardEvent.Blind(var fault) -> LOG.warn("{} {}", fault.code(), fault.detail());
            case CardEvent.Sighted() -> LOG.info("the service of the readers is back");
        }
    }

    /** AusweisApp; one of the kiosk's own is started, and started again whenever it falls. */
    static EidClient ausweisApp(Settings.Eid.AusweisApp wanted, Surroundings around) {
        var sdk = SdkSettings.usual();
        var client =
                new AusweisAppClient(
                        wanted.endpoint()
                                .map(AusweisAppHost::at)
                                .orElseGet(() -> own(wanted, around)),
                        wanted.reader().map(sdk::withReader).orElse(sdk),
                        glance(),
                        around.clock(),
                        around.chance(),
                        around.threads(),
                        SdkWitness.NONE);
        wake(client, around.threads());
        return client;
    }

    private static AusweisAppHost own(Settings.Eid.AusweisApp wanted, Surroundings around) {
        var settings =
                AusweisAppSettings.in(wanted.folder())
                        .trusting(wanted.testAnchor().stream().toList());
        return new AusweisAppProcess(
                wanted.program().map(settings::withProgram).orElse(settings),
                around.clock(),
                around.threads());
    }

    /** Whatever eID client is installed, in windows of its own. */
    static EidClient activation(Settings.Eid.Activation wanted, Surroundings around) {
        var settings = ActivationSettings.usual().at(wanted.endpoint());
        var client =
                new ActivationEidClient(
                        wanted.reader().map(settings::withReader).orElse(settings),
                        glance(),
                        around.clock());
        wake(client, around.threads());
        return client;
    }

    /** Starts and connects before the first citizen comes, and tells the log if that fails. */
    private static void wake(EidClient client, ThreadFactory threads) {
        threads.newThread(
                        () -> {
                            try {
                                if (client.state() instanceof DeviceState.Down(var fault)) {
                                    LOG.warn("{} {}", fault.code(), fault.detail());
                                }
                            } catch (InterruptedException e) {
                                LOG.debug("the kiosk closes before its eID client is awake");
                            }
                        })
                .start();
    }

    private static CardGlance glance() {
        return ServiceLoader.load(CardGlance.class).findFirst().orElse(CardGlance.BLIND);
    }
}
