package de.buergerkiosk.central.identity;

import de.buergerkiosk.contract.identity.Identity;
import de.buergerkiosk.contract.identity.IdentityOffer.Asked;
import de.buergerkiosk.contract.identity.IdentityRefusal;
import java.net.URI;

/** The eID server that works for this eService (TR-03130-1, chapter 3). Every call is bounded. */
public interface EidServer {
    /**
     * Opens a session.
     *
     * @param transaction what the card's holder reads, or empty
     */
    UseId useId(Asked asked, String transaction) throws InterruptedException;

    /**
     * Asks for the result of a session.
     *
     * @param counter from 1, higher with each call of one session
     */
    Result getResult(String session, int counter) throws InterruptedException;

    /** How useID ended. */
    sealed interface UseId {
        /**
         * A session waits for the citizen's client.
         *
         * @param session for getResult; nobody else hears of it
         * @param address where the client calls
         * @param pskId session as the client names it
         * @param psk key of the client's channel, hexadecimal; secret
         */
        record Opened(String session, URI address, String pskId, String psk) implements UseId {
            @Override
            public String toString() {
                return "Opened";
            }
        }

        /** Too many sessions are open. */
        record Busy() implements UseId {}

        record Failed(Trouble trouble) implements UseId {}
    }

    /** How getResult ended. */
    sealed interface Result {
        record Identified(Identity identity) implements Result {}

        record NotYet() implements Result {}

        /** The document is not valid or not genuine. */
        record InvalidDocument() implements Result {}

        /** It ended at the client, or the session is gone. */
        record Ended(String minor) implements Result {}

        record Failed(Trouble trouble) implements Result {}
    }

    /** Why a call came to nothing; the texts hold nothing personal. */
    sealed interface Trouble {
        /** As whoever asked for an identification hears it. */
        default IdentityRefusal refusal() {
            return switch (this) {
                case NotPrepared _ -> IdentityRefusal.NOT_PREPARED;
                case Unreachable _ -> IdentityRefusal.EID_SERVER_DOWN;
                case Faulty _ -> IdentityRefusal.EID_SERVER_FAULTY;
            };
        }

        /** Nobody has said which server it is, or the folder is not readable. */
        record NotPrepared(String why) implements Trouble {}

        /** No connection, no TLS, or no answer in time. */
        record Unreachable(String why) implements Trouble {}

        /** It answers, and not as its guideline says. */
        record Faulty(String why) implements Trouble {}
    }
}
