package de.buergerkiosk.eid.ausweisapp;

import de.buergerkiosk.ports.eid.EidEvent.Certificate;
import de.buergerkiosk.ports.eid.EidEvent.Compared;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What AusweisApp tells (its SDK documentation, chapter Messages, versions 1.26.2 to 2.5.3). {@link
 * #name} is the word on the wire.
 */
public sealed interface SdkMessage {
    /** The value of {@code msg}. */
    String name();

    /** RUN_AUTH was taken on. */
    record AuthStarted() implements SdkMessage {
        @Override
        public String name() {
            return "AUTH";
        }
    }

    /** RUN_AUTH was not taken on at all. */
    record AuthRefused(String error) implements SdkMessage {
        @Override
        public String name() {
            return "AUTH";
        }
    }

    /**
     * An authentication ended.
     *
     * @param minor result of TR-03112 behind its last slash, such as {@code
     *     sal#cancellationByUser}; empty when it went well
     * @param reason AusweisApp's own stable code, from 1.26.3 on
     * @param url where to go on, also after an error; absent when the server was never reached
     */
    record AuthEnded(boolean ok, String minor, Optional<String> reason, Optional<URI> url)
            implements SdkMessage {
        @Override
        public String name() {
            return "AUTH";
        }
    }

    /**
     * Who may read what; names as in AusweisApp's SDK.
     *
     * @param compared its {@code aux}, without the day on which the card has to be valid
     */
    record AccessRights(
            Set<String> required,
            Set<String> optional,
            Set<String> effective,
            Compared compared,
            Optional<String> transactionInfo,
            Optional<String> error)
            implements SdkMessage {
        public AccessRights {
            required = Set.copyOf(required);
            optional = Set.copyOf(optional);
            effective = Set.copyOf(effective);
        }

        @Override
        public String name() {
            return "ACCESS_RIGHTS";
        }
    }

    /** Who asks. */
    record CertificateShown(Certificate certificate) implements SdkMessage {
        @Override
        public String name() {
            return "CERTIFICATE";
        }
    }

    /** A card is needed. */
    record InsertCard(Optional<String> error) implements SdkMessage {
        @Override
        public String name() {
            return "INSERT_CARD";
        }
    }

    /** A reader or its card came, changed or went. */
    record ReaderChanged(SdkReader reader) implements SdkMessage {
        @Override
        public String name() {
            return "READER";
        }
    }

    /** All readers. */
    record ReaderList(List<SdkReader> readers) implements SdkMessage {
        public ReaderList {
            readers = List.copyOf(readers);
        }

        @Override
        public String name() {
            return "READER_LIST";
        }
    }

    /** What somebody has to type. */
    enum Secret {
        PIN,
        CAN,
        PUK,
        NEW_PIN
    }

    /**
     * Digits are needed.
     *
     * @param error what was wrong with the form of the last digits; the card has not seen them
     */
    record Enter(Secret secret, Optional<SdkReader> reader, Optional<String> error)
            implements SdkMessage {
        @Override
        public String name() {
            return "ENTER_" + secret.name();
        }
    }

    /** RUN_CHANGE_PIN was taken on. */
    record ChangeStarted() implements SdkMessage {
        @Override
        public String name() {
            return "CHANGE_PIN";
        }
    }

    /** A change of the PIN ended. */
    record ChangeEnded(boolean success, Optional<String> reason) implements SdkMessage {
        @Override
        public String name() {
            return "CHANGE_PIN";
        }
    }

    /** How far the workflow is. */
    record Status(Optional<String> workflow, Optional<Integer> percent, Optional<String> state)
            implements SdkMessage {
        @Override
        public String name() {
            return "STATUS";
        }
    }

    /** AusweisApp waits until the cause is gone and CONTINUE comes (API level 3). */
    record Paused(String cause) implements SdkMessage {
        static final String BAD_POSITION = "BadCardPosition";

        @Override
        public String name() {
            return "PAUSE";
        }
    }

    /** Which levels of the interface there are. */
    record ApiLevel(Set<Integer> available, int current, Optional<String> error)
            implements SdkMessage {
        public ApiLevel {
            available = Set.copyOf(available);
        }

        @Override
        public String name() {
            return "API_LEVEL";
        }
    }

    /** Which program this is. */
    record About(String program, String version) implements SdkMessage {
        @Override
        public String name() {
            return "INFO";
        }
    }

    /**
     * A command of ours was not understood, or came at the wrong time.
     *
     * @param name BAD_STATE, INVALID or UNKNOWN_COMMAND
     * @param command which one, as far as AusweisApp says it
     */
    record NotTaken(String name, String command) implements SdkMessage {
        private static final Set<String> QUESTIONS =
                Set.of(
                        "GET_INFO",
                        "GET_API_LEVEL",
                        "SET_API_LEVEL",
                        "GET_READER",
                        "GET_READER_LIST");

        /** Whether only something that we like to know was not told; no workflow depends on it. */
        boolean isAboutAQuestion() {
            return QUESTIONS.contains(command);
        }
    }

    /** A bug of AusweisApp. */
    record Failure() implements SdkMessage {
        @Override
        public String name() {
            return "INTERNAL_ERROR";
        }
    }

    /** A message that newer versions may have; the SDK promises that it can be passed over. */
    record Unheard(String name) implements SdkMessage {}
}
