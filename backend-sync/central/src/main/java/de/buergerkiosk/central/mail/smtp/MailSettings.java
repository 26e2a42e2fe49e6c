package de.buergerkiosk.central.mail.smtp;

import java.util.Optional;

/**
 * How the city's mail server is reached.
 *
 * @param from address that the mails come from
 */
public record MailSettings(
        String host, int port, Security security, String from, Optional<Login> login) {
    /** How the line is kept from others. */
    public enum Security {
        /** In the clear; for a mail server on this machine. */
        NONE,
        /** Encrypted before anything is said about a mail, or nothing is sent (RFC 3207). */
        STARTTLS,
        /** Encrypted from the first byte (RFC 8314). */
        TLS
    }

    /** Name and password at the mail server. */
    public record Login(String name, String password) {
        @Override
        public String toString() {
            return "[login]";
        }
    }

    /** Right of the at sign. */
    public String domain() {
        return from.substring(from.indexOf('@') + 1);
    }
}
