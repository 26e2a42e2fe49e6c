package de.buergerkiosk.screen;

import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How the window is opened.
 *
 * @param fullscreen undecorated, over the whole screen and locked; otherwise a plain window
 * @param widthPx width of a plain window
 * @param heightPx height of a plain window
 * @param profile the display that sizes are computed for
 * @param scramble shuffles the digits of the PIN keypad for each page, where a city wants that
 */
public record ScreenSettings(
        boolean fullscreen,
        int widthPx,
        int heightPx,
        DisplayProfile profile,
        Optional<RandomGenerator> scramble) {

    public ScreenSettings {
        if (widthPx < 200 || widthPx > 8000 || heightPx < 200 || heightPx > 8000) {
            throw new IllegalArgumentException(
                    "a window has 200 to 8000 pixels a side, not " + widthPx + " x " + heightPx);
        }
    }

    /** The real thing: full screen, locked. */
    public static ScreenSettings kiosk(DisplayProfile profile) {
        return new ScreenSettings(
                true, profile.widthPx(), profile.heightPx(), profile, Optional.empty());
    }

    /** A window of half the design size, which fits a desktop and the headless screen. */
    public static ScreenSettings window() {
        return new ScreenSettings(
                false, 540, 960, DisplayProfile.PORTRAIT_21_INCH, Optional.empty());
    }
}
