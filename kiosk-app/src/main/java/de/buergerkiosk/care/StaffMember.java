package de.buergerkiosk.care;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Somebody who looks after kiosks.
 *
 * @param code four to eight digits; no secret, it names the person in the log
 * @param name as the kiosk greets the person
 * @param validUntil the last day
 */
public record StaffMember(String code, Role role, LocalDate validUntil, PinHash pin, String name) {
    private static final Pattern CODE = Pattern.compile("[0-9]{4,8}");

    /** No comma: entries stand in a list of a settings file. */
    private static final Pattern NAME =
            Pattern.compile("(?! )[\\p{L}\\p{M}\\p{N} .'’-]{1,40}(?<! )");

    private static final Pattern ENTRY =
            Pattern.compile("([0-9]{4,8}) (technician|caretaker) ([0-9-]{10}) (\\S+) (.+)");

    /** What somebody may do. */
    public enum Role {
        /** Everything. */
        TECHNICIAN,
        /** All but restarting parts and closing the terminal's day. */
        CARETAKER;

        /** As it stands in settings. */
        public String word() {
            return this == TECHNICIAN ? "technician" : "caretaker";
        }
    }

    public StaffMember {
        if (!isCode(code)) {
            throw new IllegalArgumentException("not a staff code: " + code);
        }
        if (!isName(name)) {
            throw new IllegalArgumentException("not a name for the screen: " + name);
        }
    }

    /** Whether that can be a code. */
    public static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    /** Whether that can be a name. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** Reads {@link #entry}; empty where it is none. */
    public static Optional<StaffMember> parse(String entry) {
        var found = ENTRY.matcher(entry);
        if (!found.matches() || !isName(found.group(5))) {
            return Optional.empty();
        }
        try {
            var until = LocalDate.parse(found.group(3));
            var role = found.group(2).equals("technician") ? Role.TECHNICIAN : Role.CARETAKER;
            return PinHash.parse(found.group(4))
                    .map(pin -> new StaffMember(found.group(1), role, until, pin, found.group(5)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** One line of settings: code, role, last day, hash of the PIN, name. */
    public String entry() {
        return String.join(" ", code, role.word(), validUntil.toString(), pin.text(), name);
    }

    @Override
    public String toString() {
        return "StaffMember[" + code + "]";
    }
}
