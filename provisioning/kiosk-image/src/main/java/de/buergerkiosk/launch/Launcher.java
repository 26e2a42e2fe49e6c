package de.buergerkiosk.launch;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import tools.jackson.databind.json.JsonMapper;

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
        Lifeline.follow();
        // JavaFX works from the class path, and says at each start that it would rather not.
        JAVAFX.setFilter(
                record -> !record.getMessage().startsWith("Unsupported JavaFX configuration"));
        int code = commandLine(args).execute(args);
        System.out.flush();
        System.exit(code);
    }

    /**
     * The commands that these arguments can mean: the one that they begin with, alone, so that a
     * kiosk does not load the centre; all of them where none fits, for the answer to name them.
     */
    static CommandLine commandLine(String... args) {
        List<ServiceLoader.Provider<?>> all =
                ServiceLoader.load(Callable.class).stream()
                        .<ServiceLoader.Provider<?>>map(Function.identity())
                        .filter(each -> each.type().isAnnotationPresent(Command.class))
                        .toList();
        var meant = all.stream().filter(each -> begins(args, path(each))).toList();
        var top = new CommandLine(new Group("./kiosk")).setCommandName("./kiosk");
        for (var each : meant.isEmpty() ? all : meant) {
            add(top, path(each), each.get());
        }
        top.setExecutionExceptionHandler((trouble, line, _) -> {
            System.err.println(line.getCommandSpec().qualifiedName() + ": " + trouble);
            trouble.printStackTrace(System.err);
            document(args, String.valueOf(trouble));
            return 1;
        });
        top.setParameterExceptionHandler((wrong, _) -> {
            String trouble = withoutDigits(wrong);
            System.err.println(trouble);
            CommandLine.UnmatchedArgumentException.printSuggestions(
                    wrong, new PrintWriter(System.err, true, Charset.defaultCharset()));
            System.err.println(
                    "Help: " + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help");
            document(args, trouble);
            return 2;
        });
        return top;
    }

    /** What nobody knows is quoted; digits behind a mistyped {@code --pin} are not. */
    private static String withoutDigits(CommandLine.ParameterException wrong) {
        String message = String.valueOf(wrong.getMessage());
        return wrong instanceof CommandLine.UnmatchedArgumentException
                ? message.replaceAll("\\b[0-9]{5,10}\\b", "…")
                : message;
    }

    /** Whoever asked for a document gets one, also where the command did not come to make it. */
    private static void document(String[] args, String trouble) {
        if (Arrays.asList(args).contains("--json")) {
            var document = JsonMapper.shared().createObjectNode().put("trouble", trouble);
            System.out.println(JsonMapper.shared().writeValueAsString(document));
        }
    }

    private static String[] path(ServiceLoader.Provider<?> command) {
        var about = command.type().getAnnotation(Command.class);
        return about == null ? new String[0] : about.name().split(" ", -1);
    }

    private static boolean begins(String[] args, String[] path) {
        return args.length >= path.length
                && Arrays.equals(path, 0, path.length, args, 0, path.length);
    }

    private static void add(CommandLine top, String[] path, Object command) {
        var at = top;
        for (var word : Arrays.copyOf(path, path.length - 1)) {
            at = group(at, word);
        }
        addNamed(at, path[path.length - 1], command);
    }

    /** Under one word, so that help names a command as it is typed. */
    private static CommandLine addNamed(CommandLine above, String word, Object command) {
        var line = new CommandLine(command).setCommandName(word);
        above.addSubcommand(word, line);
        return line;
    }

    private static CommandLine group(CommandLine above, String word) {
        var there = above.getSubcommands().get(word);
        return there != null ? there : addNamed(above, word, new Group(word));
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
                    name
                            + ": missing a command; known are "
                            + String.join(", ", spec.subcommands().keySet()));
        }
    }
}
