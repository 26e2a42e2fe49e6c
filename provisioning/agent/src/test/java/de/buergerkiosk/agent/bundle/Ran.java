package de.buergerkiosk.agent.bundle;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a command printed, and its exit code. */
record Ran(int code, String out, String complaint) {
    static final Path HOUSE = Path.of("../..").toAbsolutePath().normalize();

    static Ran of(Callable<Integer> command, Object... arguments) {
        var usual = System.out;
        var printed = new ByteArrayOutputStream();
        var complaint = new StringWriter();
        System.setProperty("house.root", HOUSE.toString());
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            var words = new String[arguments.length];
            for (int i = 0; i < words.length; i++) {
                words[i] = arguments[i].toString();
            }
            int code = new CommandLine(command).setErr(new PrintWriter(complaint)).execute(words);
            return new Ran(code, printed.toString(StandardCharsets.UTF_8), complaint.toString());
        } finally {
            System.setOut(usual);
            System.clearProperty("house.root");
        }
    }

    /** The one document on standard output. */
    JsonNode json() {
        if (out.lines().count() != 1) {
            throw new AssertionError("not one line: " + out + complaint);
        }
        return JsonMapper.shared().readTree(out);
    }
}
