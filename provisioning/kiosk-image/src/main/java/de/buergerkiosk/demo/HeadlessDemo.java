package de.buergerkiosk.demo;

import de.buergerkiosk.contract.filing.FilingId;
import de.buergerkiosk.eid.simulated.CardTray;
import de.buergerkiosk.main.OutOfService;
import de.buergerkiosk.main.SettingsFile;
import de.buergerkiosk.main.Surroundings;
import de.buergerkiosk.main.WrongSettings;
import de.buergerkiosk.store.Accounts.Account;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** One scripted visit without a display, and everything it left behind as files. */
final class HeadlessDemo {
    private static final Duration CARRIED_MAX = Duration.ofMinutes(2);

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
        var tray = new CardTray(house.places().tray(), Duration.ofMillis(50));
        tray.remove();
        progress.accept("Opening the kiosk without a display");
        try (var stage = Stage.open(settings, around)) {
            var citizen =
                    new ScriptedVisit(stage.screen(), house.places().out(), wish, answers, tray);
            if (wish.pays() == PaidBy.LATER) {
                house.terminal().tell("decline");
            }
            return walk(stage, citizen, wish.service());
        }
    }

    private Report walk(Stage stage, ScriptedVisit citizen, String service)
            throws IOException, InterruptedException {
        progress.accept("A citizen comes for " + service);
        var played = stage.play(citizen::walk);
        progress.accept("The courier carries the filing to the centre");
        var account = settled(stage);
        Papers.collect(house.places());
        return new Report(
                service,
                account.map(Account::filing).map(FilingId::toString),
                citizen.shots(),
                citizen.touches(),
                account.flatMap(Account::payment),
                account.flatMap(Account::paper).map(HeadlessDemo::receiptOutcome),
                account.map(a -> new Report.Delivery(a.state(), stage.kiosk().receiptVerifies(a))),
                Optional.of(desk()),
                Heard.at(house.centre(), progress),
                played.took().toMillis(),
                Optional.empty(),
                played.trouble());
    }

    private static String receiptOutcome(String paper) {
        // The document counts as well: half the paper is not all of it.
        var words = paper.split(" ", 3);
        return words.length == 3 && words[0].equals("printed") && words[1].equals("document")
                ? words[2]
                : words[0];
    }

    /** The latest filing, once it is at the centre or the patience is over. */
    private static Optional<Account> settled(Stage stage) throws InterruptedException {
        var _ =
                stage.await(
                        () -> latest(stage).filter(HeadlessDemo::isOnItsWay).isEmpty(),
                        CARRIED_MAX);
        return latest(stage);
    }

    private static Optional<Account> latest(Stage stage) {
        var accounts = stage.kiosk().accounts();
        return accounts.isEmpty() ? Optional.empty() : Optional.of(accounts.getLast());
    }

    private static boolean isOnItsWay(Account account) {
        return account.state().equals("held") || account.state().equals("queued");
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
