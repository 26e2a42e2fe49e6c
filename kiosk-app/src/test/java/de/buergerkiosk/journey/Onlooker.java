package de.buergerkiosk.journey;

import de.buergerkiosk.eid.simulated.CardTray;
import de.buergerkiosk.page.Answer;
import de.buergerkiosk.page.Page;
import de.buergerkiosk.page.PageText;
import de.buergerkiosk.page.Screen;
import de.buergerkiosk.page.simulated.ScriptedCitizen;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Writes down every page that a scripted citizen sees, and lays and takes the card when asked. */
final class Onlooker implements Screen {
    private final ScriptedCitizen citizen;
    private final CardTray tray;
    private final List<String> pages = new ArrayList<>();

    Onlooker(ScriptedCitizen citizen, CardTray tray) {
        this.citizen = citizen;
        this.tray = tray;
    }

    /** All pages in order; one that was only drawn again counts once. */
    synchronized String pages() {
        return String.join("\n", pages);
    }

    private synchronized void see(Page page) {
        var text = PageText.of(page, language());
        if (pages.isEmpty() || !pages.getLast().equals(text)) {
            pages.add(text);
        }
    }

    @Override
    public Answer ask(Page page) throws InterruptedException {
        see(page);
        return citizen.ask(page);
    }

    @Override
    public void show(Page page, Consumer<Answer> pressed) {
        see(page);
        citizen.show(page, pressed);
        try {
            switch (page.name()) {
                case "card" -> tray.put("erika");
                case "take-card" -> tray.remove();
                default -> {}
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
        citizen.wipe();
    }
}
