package de.buergerkiosk.main;

import de.buergerkiosk.forms.Localized;
import de.buergerkiosk.journey.Trouble;
import de.buergerkiosk.page.Page;
import de.buergerkiosk.page.Screen;
import de.buergerkiosk.page.Ways;
import de.buergerkiosk.page.Words;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the kiosk and receives one citizen after the other. Whatever goes wrong outside a visit
 * closes it, shows a page that says so, and opens it anew: by touch, or by itself after a while.
 */
final class Duty {
    private static final Logger LOG = LoggerFactory.getLogger(Duty.class);

    private final Opening opening;
    private final Screen screen;
    private final Words words;

    /** Opens the kiosk, with everything that belongs to it. */
    @FunctionalInterface
    interface Opening {
        FleetKiosk open() throws OutOfService, InterruptedException;
    }

    Duty(Opening opening, Screen screen, Words words) {
        this.opening = opening;
        this.screen = screen;
        this.words = words;
    }

    /**
     * Until it is interrupted.
     *
     * @throws DataInUse when another kiosk had the data before this one ever had it
     */
    void serve() throws InterruptedException, DataInUse {
        var served = false;
        while (true) {
            try (var service = opening.open()) {
                served = true;
                while (true) {
                    service.kiosk().receiveOne();
                }
            } catch (Recess.Begun e) {
                throw e;
            } catch (OutOfService e) {
                if (!served && e instanceof DataInUse inUse) {
                    throw inUse;
                }
                LOG.error("{} {}", e.code(), e.getMessage());
                screen.ask(outOfService(words, e.code()));
            } catch (RuntimeException bug) {
                LOG.error("KSK-BUG outside a visit: {}", Trouble.trace(bug));
                screen.ask(outOfService(words, "KSK-BUG"));
            }
        }
    }

    /** Shown while the kiosk cannot open; goes on by itself after a while, or by touch. */
    static Page.Notice outOfService(Words words, String code) {
        return new Page.Notice(
                "out-of-service",
                Page.Mood.TROUBLE,
                words.say("out.title"),
                List.of(
                        new Page.Paragraph(words.say("out.text")),
                        new Page.Paragraph(words.say("trouble.code", Localized.same(code)))),
                List.of(new Page.Button("again", words.say("out.retry"), true)),
                Ways.ENDING);
    }
}
