package de.buergerkiosk.launch;

import java.util.Arrays;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * Runs {@code ./kiosk <command>}. Each module brings its commands: classes with picocli's {@link
 * Command} whose name is the whole path ({@code sim printer}), listed for ServiceLoader under
 * {@link Callable}.
 */
public final class Launcher {
    /** Held, for java.util.logging forgets loggers that nobody holds. */
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private Launcher() {}

    public static void main(String[] args) {
        // JavaFX works from the class path, and says at each start that it would rather not.
        JAVAFX.setFilter(
                record -> !record.getMessage().startsWith("Unsupported JavaFX configuration"));
        int code = commandLine().execute(args);
        System.out.flush();
        System.exit(code);
    }

    static CommandLine commandLine() {
        var top = new CommandLine(new Group("./kiosk"));
        for (Callable<?> command : ServiceLoader.load(Callable.class)) {
            var about = command.getClass().getAnnotation(Command.class);
            if (about != null) {
                add(top, about.name().split(" ", -1), command);
            }
        }
        top.setExecutionExceptionHandler((trouble, line, _) -> {
            System.err.println(line.getCommandName() + ": " + trouble);
            trouble.printStackTrace(System.err);
            return 1;
        });
        return top;
    }

    private static void add(CommandLine top, String[] path, Callable<?> command) {
        var at = top;
        for (var word : Arrays.copyOf(path, path.length - 1)) {
            at = group(at, word);
        }
        at.addSubcommand(path[path.length - 1], command);
    }

    private static CommandLine group(CommandLine above, String word) {
        var there = above.getSubcommands().get(word);
        if (there != null) {
            return there;
        }
        var made = new CommandLine(new Group(word));
        above.addSubcommand(word, made);
        return made;
    }

    /** A word that only groups other commands. */
    @Command(mixinStandardHelpOptions = true)
    static final class Group implements Callable<Integer> {
        @CommandLine.Spec
        private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

        private final String name;

        Group(String name) {
            this.name = name;
        }

        /** Alone it is wrong use: it says what is missing. */
        @Override
        public Integer call() {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    name + ": missing a command; known are " + spec.subcommands().keySet());
        }
    }
}
