package de.buergerkiosk.central.prove;

import de.buergerkiosk.central.CentreTrouble;
import de.buergerkiosk.central.appointment.store.AppointmentLedger;
import de.buergerkiosk.central.appointment.store.AppointmentStore;
import de.buergerkiosk.contract.json.CanonicalJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./kiosk prove booking}: no place is given twice, whoever comes at the same moment. */
@Command(
        name = "prove booking",
        mixinStandardHelpOptions = true,
        description = {
            "Many clients fight for the last places of a real PostgreSQL; then every row is"
                    + " counted.",
            "Exit code 1 if a place was given twice or lost, if a client met an error, or holds"
                    + " what nobody has."
        })
public final class ProveBookingCommand implements Callable<Integer> {
    private static final int CLIENTS_MAX = 200;
    private static final int CONNECTIONS_MAX = 40;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--clients",
            paramLabel = "N",
            description = "At the same moment, 2 to 200. Default: ${DEFAULT-VALUE}")
    private int clients = 24;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "Of everything that clients choose. Default: ${DEFAULT-VALUE}")
    private long seed = 42;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Gets attempts.csv, slots.csv, appointments.csv and booking.json.")
    private @Nullable Path out;

    @Option(names = "--json", description = "Print the counts as one JSON document.")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException, IOException {
        if (clients < 2 || clients > CLIENTS_MAX) {
            throw new ParameterException(
                    spec.commandLine(), "--clients: " + clients + " is not possible; use 2 to 200");
        }
        if (out != null && Files.exists(out) && !Files.isDirectory(out)) {
            throw new ParameterException(
                    spec.commandLine(), "--out: " + out + " is a file; name a folder");
        }
        if (System.getProperty("logback.configurationFile") == null) {
            System.setProperty(
                    "logback.configurationFile", "de/buergerkiosk/central/log-to-stderr.xml");
        }
        var chance = new SecureRandom();
        try (var trial =
                TrialDatabase.start(
                        Math.min(clients, CONNECTIONS_MAX), InstantSource.system(), chance)) {
            // told to stop, it must not leave a PostgreSQL behind
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(trial::close));
            var finding =
                    new BookingProof(
                                    AppointmentStore.on(trial.database()),
                                    AppointmentLedger.of(trial.database()),
                                    chance,
                                    clients,
                                    seed)
                            .run();
            return tell(finding);
        } catch (CentreTrouble e) {
            System.err.println("prove booking: " + e.getMessage());
            return 1;
        }
    }

    private int tell(Finding finding) throws IOException {
        var result =
                CanonicalJson.object()
                        .put("attempts", finding.wishes())
                        .put("capacity", finding.capacity())
                        .put("booked", finding.booked())
                        .put("overbooked", finding.overbooked())
                        .put("errors", finding.errors());
        finding.broken().forEach(rule -> System.err.println("broken: " + rule));
        if (out != null) {
            finding.write(out);
            Files.writeString(out.resolve("booking.json"), result + "\n");
        }
        System.out.println(
                json
                        ? result.toString()
                        : "%d clients, %d wishes for %d places: %d booked, %d overbooked, %d errors; %s"
                                .formatted(
                                        clients,
                                        finding.wishes(),
                                        finding.capacity(),
                                        finding.booked(),
                                        finding.overbooked(),
                                        finding.errors(),
                                        finding.holds()
                                                ? "every rule holds"
                                                : "NOT every rule holds"));
        return finding.holds() ? 0 : 1;
    }
}
