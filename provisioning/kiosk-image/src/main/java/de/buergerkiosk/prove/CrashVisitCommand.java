package de.buergerkiosk.prove;

import de.buergerkiosk.demo.Errands;
import de.buergerkiosk.eid.simulated.CardTray;
import de.buergerkiosk.main.Kiosk;
import de.buergerkiosk.main.OutOfService;
import de.buergerkiosk.main.Settings;
import de.buergerkiosk.main.SettingsFile;
import de.buergerkiosk.main.Surroundings;
import de.buergerkiosk.main.WrongSettings;
import de.buergerkiosk.page.Words;
import de.buergerkiosk.page.simulated.CitizenWithCard;
import de.buergerkiosk.page.simulated.ScriptedCitizen;
import de.buergerkiosk.store.Accounts.Account;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The process that the crash proof kills: settles what an earlier one left, says so, then serves one
 * scripted citizen and stops for ever at the point it is told.
 */
@Command(name = "prove crash-visit", hidden = true, description = "One visit of the crash proof.")
public final class CrashVisitCommand implements Callable<Integer> {
    private static final Duration CARRIED_MAX = Duration.ofSeconds(30);

    @Option(names = "--config", required = true)
    private Path config = Path.of("");

    /** A service, or the tile of an errand without a filing. */
    @Option(names = "--service", required = true)
    private String service = "";

    /** Such an errand, with the code of an appointment where it has one. */
    @Option(names = "--code", arity = "0..1", fallbackValue = "")
    private @Nullable String code;

    @Option(names = "--stop-at")
    private @Nullable String stopAt;

    @Option(names = "--no-visit")
    private boolean noVisit;

    private final Map<String, Integer> passed = new HashMap<>();

    /** Set once the earlier visit is settled: what recovery passes is not this visit's. */
    private volatile boolean armed;

    @Override
    public Integer call() throws IOException, InterruptedException {
        try {
            var settings = SettingsFile.read(config);
            visit(settings);
            return 0;
        } catch (WrongSettings | OutOfService | Errands.NoErrand e) {
            System.err.println("prove crash-visit: " + e.getMessage());
            return 1;
        }
    }

    private void visit(Settings settings)
            throws IOException, InterruptedException, OutOfService, Errands.NoErrand {
        var around = Surroundings.real();
        var words = Words.load(settings.kiosk().languages());
        var tray = tray(settings);
        var citizen = new ScriptedCitizen(errand(settings, around));
        var points = new KillPoints(this::pass);
        var screen =
                points.screen(
                        new CitizenWithCard(citizen, () -> tray.put(Errands.CARD), tray::remove));
        try (var kiosk = Kiosk.open(settings, screen, words, around, points)) {
            if (code != null) {
                // the centre tells of the venue, and lends numbers, soon after the start
                await(kiosk.appointments().orElseThrow()::isReady, around);
            }
            kiosk.settle();
            carryAll(kiosk, around);
            say(recovered(kiosk));
            if (noVisit) {
                return;
            }
            awaitGo();
            passed.clear();
            armed = true;
            say(event("begun"));
            kiosk.receiveOne();
            carryAll(kiosk, around);
            say(event("done"));
        }
    }

    /** The books are compared before the next visit changes them. */
    private static void awaitGo() throws IOException {
        if (System.in.read() < 0) {
            throw new IOException("the proof is gone");
        }
    }

    private static CardTray tray(Settings settings) {
        return switch (settings.eid()) {
            case Settings.Eid.Simulation(var folder) -> new CardTray(folder, Duration.ofMillis(50));
            case Settings.Eid.None _, Settings.Eid.AusweisApp _, Settings.Eid.Activation _ ->
                    throw new IllegalStateException("the proof needs the simulated card");
        };
    }

    private ScriptedCitizen.Errand errand(Settings settings, Surroundings around)
            throws IOException, Errands.NoErrand {
        var typed = code;
        if (typed != null) {
            return new ScriptedCitizen.Errand(service, Map.of("code", typed), "", "de");
        }
        var today = around.today(settings.kiosk().zone());
        var answers = Errands.of(settings.kiosk().services(), service, today);
        return new ScriptedCitizen.Errand(service, answers, Errands.PIN, "de");
    }

    /** Called from the visit's, the printer's and the courier's threads. */
    private void pass(String point) {
        String name;
        synchronized (passed) {
            name = point + " #" + passed.merge(point, 1, Integer::sum);
        }
        if (armed && name.equals(stopAt)) {
            say(event("at").put("point", name));
            standStill();
        }
        say(event("passed").put("point", name));
    }

    private static void standStill() {
        while (true) {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                // Only the kill ends this.
            }
        }
    }

    private static void carryAll(Kiosk kiosk, Surroundings around) throws InterruptedException {
        await(() -> kiosk.accounts().stream().noneMatch(a -> a.state().equals("queued")), around);
    }

    private static void await(BooleanSupplier done, Surroundings around)
            throws InterruptedException {
        var end = around.clock().instant().plus(CARRIED_MAX);
        var pause = new CountDownLatch(1);
        while (!done.getAsBoolean() && around.clock().instant().isBefore(end)) {
            var _ = pause.await(50, TimeUnit.MILLISECONDS);
        }
    }

    private static ObjectNode recovered(Kiosk kiosk) {
        var json = event("recovered").put("journalSound", kiosk.journalIsSound());
        var accounts = json.putArray("accounts");
        for (Account account : kiosk.accounts()) {
            var each =
                    accounts.addObject()
                            .put("filing", account.filing().toString())
                            .put("state", account.state())
                            .put("paper", account.paper().orElse(""))
                            .put("receiptVerified", kiosk.receiptVerifies(account));
            account.payment().ifPresent(payment -> each.set("payment", payment.json()));
        }
        var numbers = json.putArray("numbers");
        kiosk.appointments()
                .ifPresent(venue ->
                        venue.numbers()
                                .forEach(told ->
                                        numbers.addObject()
                                                .put("kind", told.kind())
                                                .put("number", told.number())
                                                .put("paper", told.paper())));
        return json;
    }

    private static ObjectNode event(String name) {
        return JsonMapper.shared().createObjectNode().put("event", name);
    }

    private static synchronized void say(ObjectNode line) {
        System.out.println(JsonMapper.shared().writeValueAsString(line));
        System.out.flush();
    }
}
