package de.buergerkiosk.bench;

import de.buergerkiosk.demo.Errands;
import de.buergerkiosk.eid.simulated.CardTray;
import de.buergerkiosk.main.Kiosk;
import de.buergerkiosk.main.OutOfService;
import de.buergerkiosk.main.Seams;
import de.buergerkiosk.main.Settings;
import de.buergerkiosk.main.Surroundings;
import de.buergerkiosk.page.Answer;
import de.buergerkiosk.page.Page;
import de.buergerkiosk.page.Screen;
import de.buergerkiosk.page.Words;
import de.buergerkiosk.page.simulated.CitizenWithCard;
import de.buergerkiosk.page.simulated.ScriptedCitizen;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The pages of real visits, one of each name and service: a scripted citizen walks every service
 * through the real kiosk. Its terminal is off, so a visit with a fee ends on the trouble page.
 */
final class RealPages implements Screen {
    private static final int PAGES_MAX = 100;

    private final ScriptedCitizen citizen;
    private final Map<String, Page> pages = new LinkedHashMap<>();
    private int asked;

    private RealPages(ScriptedCitizen citizen) {
        this.citizen = citizen;
    }

    static List<Page> of(Settings settings, Words words, Surroundings around)
            throws IOException, InterruptedException, OutOfService, Errands.NoErrand {
        var all = new ArrayList<Page>();
        if (!(settings.eid() instanceof Settings.Eid.Simulation(var folder))) {
            throw new IllegalArgumentException("the bench identifies by simulation");
        }
        var tray = new CardTray(folder, Duration.ofMillis(50));
        for (var service : Errands.services(settings.kiosk().services())) {
            var today = around.today(settings.kiosk().zone());
            var answers = Errands.of(settings.kiosk().services(), service, today);
            var citizen =
                    new ScriptedCitizen(
                            new ScriptedCitizen.Errand(service, answers, Errands.PIN, "de"));
            tray.remove();
            var walk = new RealPages(citizen);
            var screen = new CitizenWithCard(walk, () -> tray.put(Errands.CARD), tray::remove);
            try (var kiosk = Kiosk.open(settings, screen, words, around, Seams.NONE)) {
                kiosk.receiveOne();
            }
            all.addAll(walk.pages.values());
        }
        return all;
    }

    @Override
    public Answer ask(Page page) throws InterruptedException {
        if (++asked > PAGES_MAX) {
            throw new IllegalStateException("the visit does not end; last page " + page.name());
        }
        var again = pages.put(page.name(), page) != null;
        if (again && page instanceof Page.Notice notice) {
            // Trying again does not help where the device is off: the other button gives up.
            return notice.buttons().stream()
                    .filter(button -> !button.primary())
                    .findFirst()
                    .<Answer>map(button -> new Answer.Chosen(button.id()))
                    .orElseGet(() -> citizen.usual(page));
        }
        return citizen.usual(page);
    }

    @Override
    public void show(Page page, Consumer<Answer> pressed) {
        pages.put(page.name(), page);
    }

    @Override
    public void withdraw(Page page) {
        citizen.withdraw(page);
    }

    @Override
    public String language() {
        return citizen.language();
    }

    @Override
    public void wipe() {
        // The pages are what it is for; they hold the example person only.
    }
}
