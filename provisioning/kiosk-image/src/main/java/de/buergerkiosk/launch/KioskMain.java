package de.buergerkiosk.launch;

import de.buergerkiosk.main.Running;
import de.buergerkiosk.main.WrongSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The process of {@code ./kiosk run}. The plain command line of a kiosk in service is understood at
 * a glance, because a parser for all command lines takes as long to load as JavaFX; whatever else
 * is said, and whatever is wrong, goes to the {@link Launcher}, which knows how to say so.
 */
public final class KioskMain {
    private KioskMain() {}

    /** Takes the words behind {@code ./kiosk}. */
    public static void main(String[] args) {
        var plain = plain(List.of(args));
        if (plain.isPresent()) {
            try {
                int code = run(plain.get());
                System.out.flush();
                System.exit(code);
            } catch (WrongSettings _) {
                // The launcher's command finds the same and says so as every command does.
            }
        }
        Launcher.main(args);
    }

    /** Whatever happens, the process has to end: JavaFX's own threads would keep it. */
    private static int run(Running kiosk) throws WrongSettings {
        try {
            return kiosk.untilStopped();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        } catch (RuntimeException bug) {
            System.err.println("run: " + bug);
            bug.printStackTrace(System.err);
            return 1;
        }
    }

    /** {@code run --config FILE}, with or without {@code --headless} before or behind it. */
    static Optional<Running> plain(List<String> args) {
        int at = args.indexOf("--config");
        boolean headless = args.contains("--headless");
        if (args.size() != (headless ? 4 : 3)
                || !args.getFirst().equals("run")
                || at < 0
                || at + 1 >= args.size()) {
            return Optional.empty();
        }
        var file = args.get(at + 1);
        return file.isBlank() || file.startsWith("-")
                ? Optional.empty()
                : Optional.of(new Running(Path.of(file), headless));
    }
}
