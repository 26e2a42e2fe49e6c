package de.buergerkiosk.central.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Where mails wait, and where each step of a mail is written down before it is taken. */
public interface MailBook {
    /** What is not true any more is not sent: cancelled, moved again, or past. Says how many. */
    int voidOutdated(Instant now);

    /** Mails whose end nobody wrote down: their sender died between last dot and answer. */
    List<Long> giveUpHanded(Instant now);

    /**
     * Takes mails for a while: those that wait, and those whose sender died before the end.
     *
     * @param domain of the sender's address, for the Message-ID
     */
    List<DueMail> claim(UUID sender, String domain, Instant now, Duration lease, int most);

    /**
     * Before the last dot.
     *
     * @return false when it is not this sender's any more; then the dot must not be sent
     */
    boolean handing(UUID sender, long id, Instant now, Duration lease);

    /** The mail server has taken responsibility (250). */
    void sent(UUID sender, long id, Instant now);

    /** Not taken; again at that moment. */
    void later(UUID sender, long id, Instant next, String trouble);

    /** Never taken by this server, for this address. */
    void refused(UUID sender, long id, Instant now, String trouble);

    /** The dot is on its way, and no answer came. */
    void unclear(UUID sender, long id, Instant now, String trouble);

    /** How many are where. */
    Tally tally(Instant now);

    /**
     * What waits and what is stuck.
     *
     * @param late waiting, and tried in vain at least once
     */
    record Tally(long waiting, long late, long sent, long unclear, long refused) {}

    /** How many are unclear or refused. */
    long undecided();

    /** Those that somebody has to look at: unclear, refused, and late ones. */
    List<Troubled> troubled(int most);

    /**
     * A mail that did not get out as it should. It names nobody.
     *
     * @param state {@code waiting}, {@code unclear} or {@code refused}
     * @param trouble code of the mail server's reply, or what became of the line
     * @param messageId by which the mail server's log knows it; empty while it was never tried
     */
    record Troubled(
            long id,
            String kind,
            String state,
            int attempts,
            String trouble,
            Instant due,
            String messageId) {}

    /** Sends an unclear or refused mail again, under the same Message-ID. False: it is neither. */
    boolean again(long id, Instant now);

    /** Leaves an unclear or refused mail as it is; nobody has to look at it any more. */
    boolean leave(long id, Instant now);
}
