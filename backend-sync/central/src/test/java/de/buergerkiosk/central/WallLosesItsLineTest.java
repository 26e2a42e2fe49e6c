package de.buergerkiosk.central;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The screen in a waiting room, in a real browser whose network goes and comes. */
class WallLosesItsLineTest {
    private final DeskBrowser wall = DeskBrowser.open(1920, 1080);

    @AfterEach
    void close() {
        wall.close();
    }

    private void stale(WaitForSelectorState state) {
        wall.page().locator("#stale").waitFor(new Locator.WaitForOptions().setState(state));
    }

    private boolean showsCalls() {
        return wall.page().isVisible("#board") || wall.page().isVisible("#none");
    }

    @Test
    void numbersThatMayBeOldAreTakenOffAndComeBackByThemselves() {
        wall.at("/call/citizens-office");
        assertTrue(showsCalls());
        assertFalse(wall.page().isVisible("#stale"));

        wall.page().context().setOffline(true);
        stale(WaitForSelectorState.VISIBLE);
        assertFalse(showsCalls());
        wall.picture("no-line");

        wall.page().context().setOffline(false);
        stale(WaitForSelectorState.HIDDEN);
        assertTrue(showsCalls());
    }
}
