package de.buergerkiosk.main;

import java.nio.file.Path;
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
        try {
            return new Running(config, headless).untilStopped();
        } catch (WrongSettings e) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
