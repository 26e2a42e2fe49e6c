package de.buergerkiosk.main;

import de.buergerkiosk.page.Page;
import de.buergerkiosk.page.Words;
import de.buergerkiosk.screen.DisplayProfile;
import de.buergerkiosk.screen.FxScreen;
import de.buergerkiosk.screen.ScreenSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;

/**
 * A kiosk process from its start until it is stopped. What takes long begins first, and side by
 * side: JavaFX, and reading the settings; then there is something to see, and database, services,
 * devices and line open behind it.
 *
 * @param headless without a display, also where there is one
 */
public record Running(Path config, boolean headless) {
    private static final Duration FIRST_FRAME_MAX = Duration.ofSeconds(60);
    private static final InstantSource CLOCK = InstantSource.system();

    /** What the first page needs, and the screen on which it appears: the kiosk's own file says it. */
    private record Beginning(Settings settings, Words words, FxScreen screen) {
        static Beginning of(Path config) throws WrongSettings {
            var settings = SettingsFile.read(config);
            var words = Words.load(settings.kiosk().languages());
            var screen = FxScreen.open(words, settings.screen().idle(), CLOCK, window(settings));
            settings.screen().corner().ifPresent(at -> screen.moveTo(at.left(), at.top()));
            screen.show(starting(words), _ -> {});
            return new Beginning(settings, words, screen);
        }
    }

    /** What the kiosk is once it has heard the city: read behind the first page, for it takes time. */
    private record Role(Settings settings, Optional<Membership> member, Words words) {
        static Role of(Beginning own, Path config) {
            var member = Membership.of(own.settings());
            if (member.isEmpty()) {
                return new Role(own.settings(), member, own.words());
            }
            var settings = over(config, own.settings(), member.get());
            var words = member.get().words(Words.load(settings.kiosk().languages()));
            own.screen().speak(words, settings.screen().idle());
            return new Role(settings, member, words);
        }

        /** A trial that cannot be read is over; what was good once may have become impossible. */
        private static Settings over(Path config, Settings own, Membership member) {
            try {
                return SettingsFile.read(config, member.overrides());
            } catch (WrongSettings e) {
                LoggerFactory.getLogger(Running.class)
                        .error("AGT-SETTINGS-WRONG own settings hold: {}", e.getMessage());
                var _ = member.failed(String.valueOf(e.getMessage()));
                return own;
            }
        }
    }

    /**
     * Returns the exit code. Whoever asks the process to end waits until it has, so that Java does
     * not halt, or write the archive of its classes, in the middle of a beginning.
     *
     * @throws WrongSettings before anything is to be seen
     */
    public int untilStopped() throws WrongSettings, InterruptedException {
        return untilStopped(_ -> {});
    }

    /** The same; each screen is told as soon as it is there, a new one whenever it opens anew. */
    int untilStopped(Consumer<FxScreen> opened) throws WrongSettings, InterruptedException {
        if (headless || System.getenv().getOrDefault("DISPLAY", "").isBlank()) {
            System.setProperty("glass.platform", "Headless");
        }
        var end = new End();
        var stopping = new Thread(end::ask, "stopping");
        Runtime.getRuntime().addShutdownHook(stopping);
        try {
            return untilStopped(opened, end);
        } finally {
            end.reached();
        }
    }

    private int untilStopped(Consumer<FxScreen> opened, End end)
            throws WrongSettings, InterruptedException {
        var beginning = new FutureTask<>(() -> Beginning.of(config));
        Surroundings.THREADS.newThread(beginning).start();
        FxScreen.startEarly();
        try {
            while (serve(beginning.get(), opened, end)) {
                beginning = new FutureTask<>(() -> Beginning.of(config));
                Surroundings.THREADS.newThread(beginning).start();
            }
            return 0;
        } catch (DataInUse e) {
            System.err.println("run: " + e.code() + " " + e.getMessage());
            return 1;
        } catch (ExecutionException e) {
            return switch (e.getCause()) {
                case WrongSettings wrong -> throw wrong;
                case IllegalStateException noWindow -> {
                    System.err.println(
                            "run: no window can be opened on the display \""
                                    + System.getenv("DISPLAY")
                                    + "\" ("
                                    + noWindow.getMessage()
                                    + "). Cure: start it from the session of that display, or add"
                                    + " --headless");
                    yield 1;
                }
                case null, default -> throw new IllegalStateException("the kiosk cannot begin", e);
            };
        }
    }

    /** True when the kiosk is to be opened anew. */
    private boolean serve(Beginning beginning, Consumer<FxScreen> opened, End end)
            throws InterruptedException, DataInUse {
        try (var screen = beginning.screen()) {
            screen.awaitFirstFrame(FIRST_FRAME_MAX);
            System.err.println("first frame");
            opened.accept(screen);
            return receive(Role.of(beginning, config), screen, end);
        }
    }

    private static boolean receive(Role role, FxScreen screen, End end)
            throws InterruptedException, DataInUse {
        try (var attendant =
                new Attendant(
                        role.settings(),
                        role.member(),
                        screen,
                        role.words(),
                        Surroundings.real())) {
            screen.onClosed(attendant::leave);
            end.by(attendant::leave);
            attendant.serve();
            return attendant.isToOpenAnew();
        } finally {
            end.closed();
        }
    }

    /** Offers nothing: what is not loaded yet cannot be promised. */
    static Page.Waiting starting(Words words) {
        return new Page.Waiting(
                "starting",
                words.say("starting.title"),
                words.say("starting.text"),
                List.of(),
                Page.Illustration.HOURGLASS,
                Optional.empty(),
                Optional.empty());
    }

    private static ScreenSettings window(Settings settings) {
        var screen = settings.screen();
        var profile = DisplayProfile.PORTRAIT_21_INCH;
        return screen.fullScreen()
                ? ScreenSettings.kiosk(profile)
                : new ScreenSettings(
                        false, screen.width(), screen.height(), profile, Optional.empty());
    }
}
