package de.buergerkiosk.main;

import de.buergerkiosk.page.Page;
import de.buergerkiosk.page.Words;
import de.buergerkiosk.screen.DisplayProfile;
import de.buergerkiosk.screen.FxScreen;
import de.buergerkiosk.screen.ScreenSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./kiosk run}: the kiosk alone, until it is stopped. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "The kiosk alone: screen, devices and courier, until it is stopped.")
public final class RunCommand implements Callable<Integer> {
    private static final Duration FIRST_FRAME_MAX = Duration.ofSeconds(60);

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Configuration of this kiosk (YAML).")
    private @Nullable Path config;

    @Option(
            names = "--print-config",
            description = "Print the default configuration with comments, and end.")
    private boolean printConfig;

    @Option(names = "--headless", description = "Without a display: for trials and tests.")
    private boolean headless;

    @Override
    public Integer call() throws InterruptedException {
        if (printConfig) {
            System.out.print(SettingsFile.defaultText());
            return 0;
        }
        if (config == null) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    "--config: missing; make one with ./kiosk run --print-config > kiosk.yaml");
        }
        if (headless || System.getenv().getOrDefault("DISPLAY", "").isBlank()) {
            System.setProperty("glass.platform", "Headless");
        }
        var around = Surroundings.real();
        FxScreen.startEarly(around.threads());
        Settings settings;
        try {
            settings = SettingsFile.read(config);
        } catch (WrongSettings e) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
        return serve(settings, around);
    }

    /** Something to see first; database, services, devices and line open behind it. */
    private static int serve(Settings settings, Surroundings around) throws InterruptedException {
        var words = Words.load(settings.kiosk().languages());
        FxScreen opened;
        try {
            opened =
                    FxScreen.open(
                            words, settings.screen().idle(), around.clock(), window(settings));
        } catch (IllegalStateException e) {
            System.err.println(
                    "run: no window can be opened on the display \""
                            + System.getenv("DISPLAY")
                            + "\" ("
                            + e.getMessage()
                            + "). Cure: start it from the session of that display, or add"
                            + " --headless");
            return 1;
        }
        try (var screen = opened) {
            screen.show(starting(words), _ -> {});
            screen.awaitFirstFrame(FIRST_FRAME_MAX);
            System.err.println("first frame");
            receive(settings, screen, words, around);
        } catch (DataInUse e) {
            System.err.println("run: " + e.code() + " " + e.getMessage());
            return 1;
        }
        return 0;
    }

    private static void receive(
            Settings settings, FxScreen screen, Words words, Surroundings around)
            throws InterruptedException, DataInUse {
        try (var attendant = new Attendant(settings, screen, words, around)) {
            Runtime.getRuntime().addShutdownHook(new Thread(attendant::stop, "stopping"));
            settings.screen().corner().ifPresent(at -> screen.moveTo(at.left(), at.top()));
            screen.onClosed(attendant::leave);
            attendant.serve();
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
