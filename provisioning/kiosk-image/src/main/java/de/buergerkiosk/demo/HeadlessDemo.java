package de.buergerkiosk.demo;

import de.buergerkiosk.contract.filing.FilingId;
import de.buergerkiosk.eid.simulated.CardTray;
import de.buergerkiosk.main.Kiosk;
import de.buergerkiosk.main.OutOfService;
import de.buergerkiosk.main.Seams;
import de.buergerkiosk.main.SettingsFile;
import de.buergerkiosk.main.Surroundings;
import de.buergerkiosk.main.WrongSettings;
import de.buergerkiosk.page.Words;
import de.buergerkiosk.screen.FxScreen;
import de.buergerkiosk.screen.ScreenSettings;
import de.buergerkiosk.store.Accounts.Account;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** One scripted visit without a display, and everything it left behind as files. */
final class HeadlessDemo {
    private static final Duration CARRIED_MAX = Duration.ofMinutes(2);
    private static final Duration VISIT_END_MAX = Duration.ofSeconds(60);

    private final House house;
    private final Surroundings around;
    private final Consumer<String> progress;

    HeadlessDemo(House house, Surroundings around, Consumer<String> progress) {
        this.house = house;
        this.around = around;
        this.progress = progress;
    }

    Report visit(OneVisit.Wish wish, Map<String, String> answers)
            throws IOException, InterruptedException, WrongSettings, OutOfService {
        var settings =
                SettingsFile.read(house.writeKioskConfig(house.usual(wish.pays() == PaidBy.PAGE)));
        var words = Words.load(settings.kiosk().languages());
        var tray = new CardTray(house.places().tray(), Duration.ofMillis(50));
        tray.remove();
        System.setProperty("glass.platform", "Headless");
        progress.accept("Opening the kiosk without a display");
        try (var screen =
                        FxScreen.open(
                                words,
                                settings.screen().idle(),
                                around.clock(),
                                ScreenSettings.window());
                var kiosk = Kiosk.open(settings, screen, words, around, Seams.NONE)) {
            screen.prewarm();
            screen.prewarm();
            var citizen = new ScriptedVisit(screen, house.places().out(), wish, answers, tray);
            if (wish.pays() == PaidBy.LATER) {
                house.terminal().tell("decline");
            }
            return walk(kiosk, citizen, wish.service());
        }
    }

    private Report walk(Kiosk kiosk, ScriptedVisit citizen, String service)
            throws IOException, InterruptedException {
        progress.accept("A citizen comes for " + service);
        var begun = around.clock().instant();
        // Two visits: the second one shows the welcome page again, and is cut there.
        var visiting =
                new FutureTask<>(() -> {
                    kiosk.receiveOne();
                    return kiosk.receiveOne();
                });
        var thread = around.threads().newThread(visiting);
        thread.start();
        var trouble = Optional.<String>empty();
        try {
            citizen.walk();
        } catch (IllegalStateException e) {
            trouble = Optional.of(String.valueOf(e.getMessage()) + bug(visiting));
        }
        var took = Duration.between(begun, around.clock().instant());
        progress.accept("The courier carries the filing to the centre");
        var account = settled(kiosk);
        thread.interrupt();
        thread.join(VISIT_END_MAX);
        Papers.collect(house.places());
        return new Report(
                service,
                account.map(Account::filing).map(FilingId::toString),
                citizen.shots(),
                citizen.touches(),
                account.flatMap(Account::payment),
                account.flatMap(Account::paper).map(HeadlessDemo::receiptOutcome),
                account.map(a -> new Report.Delivery(a.state(), kiosk.receiptVerifies(a))),
                Optional.of(desk()),
                took.toMillis(),
                Optional.empty(),
                trouble);
    }

    private static String bug(FutureTask<?> visiting) throws InterruptedException {
        if (!visiting.isDone()) {
            return "";
        }
        try {
            visiting.get(1, TimeUnit.SECONDS);
            return "";
        } catch (ExecutionException e) {
            return "; the kiosk ended with " + e.getCause();
        } catch (TimeoutException e) {
            return "";
        }
    }

    private static String receiptOutcome(String paper) {
        // The document counts as well: half the paper is not all of it.
        var words = paper.split(" ", 3);
        return words.length == 3 && words[0].equals("printed") && words[1].equals("document")
                ? words[2]
                : words[0];
    }

    /** The latest filing, once it is at the centre or the patience is over. */
    private Optional<Account> settled(Kiosk kiosk) throws InterruptedException {
        var end = around.clock().instant().plus(CARRIED_MAX);
        var pause = new java.util.concurrent.CountDownLatch(1);
        while (true) {
            var accounts = kiosk.accounts();
            var last =
                    accounts.isEmpty()
                            ? Optional.<Account>empty()
                            : Optional.of(accounts.getLast());
            var done = last.filter(a -> !a.state().equals("held") && !a.state().equals("queued"));
            if (done.isPresent() || accounts.isEmpty() || around.clock().instant().isAfter(end)) {
                return last;
            }
            var _ = pause.await(100, TimeUnit.MILLISECONDS);
        }
    }

    private Report.Desk desk() throws InterruptedException {
        var url = house.centre().deskUrl();
        try {
            var client = new DeskClient(url, house.centre().logins());
            return new Report.Desk(url, client.filings().size());
        } catch (IOException e) {
            progress.accept("The desk does not answer: " + e.getMessage());
            return new Report.Desk(url, 0);
        }
    }
}
