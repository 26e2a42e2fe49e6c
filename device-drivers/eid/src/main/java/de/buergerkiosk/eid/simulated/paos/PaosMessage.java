package de.buergerkiosk.eid.simulated.paos;

import de.buergerkiosk.eid.simulated.eac.Bytes;
import de.buergerkiosk.eid.simulated.eac.Chat;
import java.util.List;
import java.util.Optional;

/** What client and server say to each other in an authentication (TR-03112-6 and -7; TR-03124-1). */
public sealed interface PaosMessage {
    /** The client begins. */
    record StartPaos(String session) implements PaosMessage {}

    /**
     * The server says who it is and what it wants.
     *
     * @param certificates the terminal's and its verifier's
     * @param auxiliary data object 67 with what the card is to compare
     */
    record Eac1Input(
            List<Bytes> certificates,
            Bytes description,
            Chat required,
            Chat optional,
            Optional<Bytes> auxiliary,
            Optional<String> transactionInfo)
            implements PaosMessage {
        public Eac1Input {
            certificates = List.copyOf(certificates);
        }
    }

    /**
     * The citizen has granted rights and the PIN was right.
     *
     * @param authorities names of the keys that the card trusts
     */
    record Eac1Output(
            Chat granted, List<String> authorities, Bytes cardAccess, Bytes idPicc, Bytes challenge)
            implements PaosMessage {
        public Eac1Output {
            authorities = List.copyOf(authorities);
        }
    }

    record Eac2Input(List<Bytes> certificates, Bytes ephemeralKey, Bytes signature)
            implements PaosMessage {
        public Eac2Input {
            certificates = List.copyOf(certificates);
        }
    }

    record Eac2Output(Bytes cardSecurity, Bytes token, Bytes nonce) implements PaosMessage {}

    /** Commands for the card, already protected; the answers come in the same order. */
    record Transmit(List<Bytes> commands) implements PaosMessage {
        public Transmit {
            commands = List.copyOf(commands);
        }
    }

    record TransmitResponse(List<Bytes> answers) implements PaosMessage {
        public TransmitResponse {
            answers = List.copyOf(answers);
        }
    }

    /** The server has ended. */
    record StartPaosResponse(Result result) implements PaosMessage {}

    /** The client could not do what was asked; which of its answers says so. */
    record Failed(String answer, Result result) implements PaosMessage {}

    /**
     * Whether it went well (TR-03112-1, 4.2).
     *
     * @param minor URI below the one of minor results; empty when all is well
     */
    record Result(boolean ok, String minor, String message) {
        static final String MAJOR_OK = "http://www.bsi.bund.de/ecard/api/1.1/resultmajor#ok";
        static final String MAJOR_ERROR = "http://www.bsi.bund.de/ecard/api/1.1/resultmajor#error";
        static final String MINOR = "http://www.bsi.bund.de/ecard/api/1.1/resultminor";

        public static final Result OK = new Result(true, "", "");

        /**
         * What went wrong.
         *
         * @param minor the part of the URI behind {@code resultminor}, such as {@code
         *     /al/common#noPermission}
         */
        public static Result error(String minor, String message) {
            return new Result(false, MINOR + minor, message);
        }
    }
}
