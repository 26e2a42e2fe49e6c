package de.buergerkiosk.care;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Makes one entry. The PIN comes from the keyboard or from standard input, never as an option. */
@Command(
        name = "staff hash",
        mixinStandardHelpOptions = true,
        description = {
            "Makes one person's entry for the settings. The PIN, 6 to 12 digits, is asked for,",
            "or read from standard input; it is in no option, and the entry has only its hash."
        })
public final class StaffHashCommand implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Option(names = "--code", required = true, description = "Staff code: 4 to 8 digits.")
    private @Nullable String code;

    @Option(
            names = "--name",
            required = true,
            description = "As the kiosk greets the person; no comma.")
    private @Nullable String name;

    @Option(
            names = "--role",
            defaultValue = "technician",
            description = "technician (all) or caretaker (no restart, no daily closing).")
    private String role = "technician";

    @Option(
            names = "--until",
            required = true,
            description = "Last day of the access, such as 2027-12-31.")
    private @Nullable LocalDate until;

    @Option(
            names = "--json",
            description = "As JSON for the centre's settings; else a line for kiosk.yaml.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (code == null || !StaffMember.isCode(code)) {
            throw wrong("--code: must be 4 to 8 digits");
        }
        if (name == null || !StaffMember.isName(name)) {
            throw wrong("--name: must be 1 to 40 letters, digits, blanks, dots, ' or -");
        }
        if (until == null) {
            throw wrong("--until: is missing");
        }
        var pin = pin();
        try {
            weakness(pin, code)
                    .ifPresent(weak -> {
                        throw wrong("the PIN " + weak + "; choose another one");
                    });
            var hash = PinHash.of(pin, PinHash.ITERATIONS, new SecureRandom());
            System.out.println(text(new StaffMember(code, role(), until, hash, name)));
        } finally {
            Arrays.fill(pin, '\0');
        }
        return 0;
    }

    private String text(StaffMember member) {
        return json
                ? JsonMapper.shared()
                        .writeValueAsString(
                                JsonMapper.shared()
                                        .createObjectNode()
                                        .put("code", member.code())
                                        .put("role", member.role().word())
                                        .put("validUntil", member.validUntil().toString())
                                        .put("pin", member.pin().text())
                                        .put("name", member.name()))
                : member.entry();
    }

    private StaffMember.Role role() {
        return switch (role.toLowerCase(Locale.ROOT)) {
            case "technician" -> StaffMember.Role.TECHNICIAN;
            case "caretaker" -> StaffMember.Role.CARETAKER;
            default -> throw wrong("--role: must be technician or caretaker");
        };
    }

    private char[] pin() throws IOException {
        // JDK 25 has none again where standard input is no terminal
        var console = Optional.ofNullable(System.console()).filter(Console::isTerminal);
        if (console.isPresent()) {
            var typed = console.get().readPassword("PIN (6 to 12 digits): ");
            var again = console.get().readPassword("The same again: ");
            if (!Arrays.equals(typed, again)) {
                throw wrong("the two PINs are not the same");
            }
            return typed;
        }
        var line =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                        .readLine();
        return line == null ? new char[0] : line.strip().toCharArray();
    }

    private CommandLine.ParameterException wrong(String message) {
        return new CommandLine.ParameterException(spec.commandLine(), message);
    }

    /** What is wrong with a PIN, in words that do not tell it. */
    static Optional<String> weakness(char[] pin, String code) {
        var text = String.valueOf(pin);
        if (!text.matches("[0-9]{%d,%d}".formatted(PinHash.DIGITS_MIN, PinHash.DIGITS_MAX))) {
            return Optional.of("must be 6 to 12 digits");
        }
        if (text.chars().distinct().count() < 3) {
            return Optional.of("has fewer than three different digits");
        }
        if ("0123456789012".contains(text) || "9876543210987".contains(text)) {
            return Optional.of("is a row of digits");
        }
        return text.contains(code) ? Optional.of("holds the code") : Optional.empty();
    }
}
