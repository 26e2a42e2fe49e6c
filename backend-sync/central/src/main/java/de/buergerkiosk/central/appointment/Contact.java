package de.buergerkiosk.central.appointment;

import de.buergerkiosk.contract.json.Checks;
import java.util.Optional;
import java.util.regex.Pattern;

/** How the citizen wants to be written to; without an address nobody writes. */
public record Contact(Optional<String> mail) {
    static final Pattern LANGUAGE = Pattern.compile("de|en");

    /**
     * One address in the plain form that people have (RFC 5321, chapter 4.1.2, without quoted
     * strings): no blanks, no line ends, nothing that could begin another header.
     */
    private static final Pattern ADDRESS =
            Pattern.compile(
                    "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63}){1,8}");

    private static final int CHARACTERS_MAX = 254;

    public Contact {
        mail.ifPresent(address ->
                Checks.matching("mail", ADDRESS, Checks.text("mail", address, CHARACTERS_MAX)));
    }

    public static Contact none() {
        return new Contact(Optional.empty());
    }

    /** An address is personal. */
    @Override
    public String toString() {
        return mail.isPresent() ? "[contact]" : "[no contact]";
    }
}
