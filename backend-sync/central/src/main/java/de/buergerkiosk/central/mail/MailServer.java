package de.buergerkiosk.central.mail;

import java.io.Serial;

/** The city's mail server. */
public interface MailServer {
    /** Opens a line for a batch. */
    Line open() throws NoLine;

    /** A line to the mail server; closing it says goodbye where that is still possible. */
    interface Line extends AutoCloseable {
        /**
         * Hands one mail over.
         *
         * @param beforeTheDot is asked when all but the last dot is written; false ends the line
         */
        HandOver hand(Letter letter, BeforeTheDot beforeTheDot);

        @Override
        void close();
    }

    /** Written down before the end of a mail goes on the wire. */
    @FunctionalInterface
    interface BeforeTheDot {
        boolean mayGo();
    }

    /** The mail server cannot be reached, or refuses us. */
    final class NoLine extends Exception {
        @Serial private static final long serialVersionUID = 1L;

        /**
         * Says why.
         *
         * @param trouble without names and addresses of people
         */
        public NoLine(String trouble) {
            super(trouble);
        }

        /** What is wrong. */
        public String trouble() {
            return String.valueOf(getMessage());
        }
    }
}
