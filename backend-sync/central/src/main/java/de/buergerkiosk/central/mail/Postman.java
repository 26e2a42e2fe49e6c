package de.buergerkiosk.central.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes mails to the mail server, each once. SMTP (RFC 5321) knows no number by which a server would
 * recognise a mail that it has, so each step is written down before it is taken: a mail whose last
 * dot was not on the wire is sent again, because no server may deliver what has no end (4.1.1.4).
 * One whose dot may be on the wire and whose answer nobody wrote down is unclear: it is most likely
 * delivered, a second one could not be taken back, and so it is shown to a person instead.
 */
public final class Postman {
    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final int BATCH = 20;
    private static final Duration WAIT_MIN = Duration.ofSeconds(30);
    private static final Duration WAIT_MAX = Duration.ofHours(6);
    private static final int DOUBLINGS_MAX = 12;

    private final MailBook book;
    private final MailWriter writer;
    private final MailServer server;
    private final Identity own;
    private final InstantSource clock;

    /**
     * Who sends.
     *
     * @param sender of this process and no other
     * @param domain of the city's address
     * @param lease how long a batch may take before another sender takes it over
     * @param answer how long after the last dot nobody else speaks of the mail; longer than the server
     *     may let us wait
     */
    public record Identity(UUID sender, String domain, Duration lease, Duration answer) {}

    public Postman(
            MailBook book,
            MailWriter writer,
            MailServer server,
            Identity own,
            InstantSource clock) {
        this.book = book;
        this.writer = writer;
        this.server = server;
        this.own = own;
        this.clock = clock;
    }

    /** One round; says how many were taken. */
    public int round() {
        return round(() -> false);
    }

    /**
     * One round.
     *
     * @param enough is asked before each mail; the rest of a batch then waits for the next sender
     */
    public int round(BooleanSupplier enough) {
        var now = clock.instant();
        book.voidOutdated(now);
        for (var id : book.giveUpHanded(now)) {
            LOG.error(
                    "CEN-MAIL-UNCLEAR mail {}: its sender ended between the last dot and the"
                            + " answer; it is not sent again by itself",
                    id);
        }
        int taken = 0;
        var batch = book.claim(own.sender(), own.domain(), now, own.lease(), BATCH);
        while (!batch.isEmpty()) {
            var out = deliver(batch, enough);
            taken += out;
            batch =
                    out < batch.size() || enough.getAsBoolean()
                            ? List.of()
                            : book.claim(
                                    own.sender(),
                                    own.domain(),
                                    clock.instant(),
                                    own.lease(),
                                    BATCH);
        }
        return taken;
    }

    private int deliver(List<DueMail> batch, BooleanSupplier enough) {
        int taken = 0;
        try (var line = server.open()) {
            for (int i = 0; i < batch.size(); i++) {
                if (enough.getAsBoolean()) {
                    release(batch.subList(i, batch.size()), "");
                    return taken;
                }
                var outcome = hand(line, batch.get(i));
                taken += outcome instanceof HandOver.Taken ? 1 : 0;
                if (endsTheLine(outcome)) {
                    release(batch.subList(i + 1, batch.size()), "the line ended before its turn");
                    return taken;
                }
            }
        } catch (MailServer.NoLine e) {
            LOG.warn("CEN-MAIL-SERVER {}; mails wait and are tried again", e.trouble());
            release(batch, e.trouble());
        }
        return taken;
    }

    private static boolean endsTheLine(HandOver outcome) {
        return switch (outcome) {
            case HandOver.Taken() -> false;
            case HandOver.NotNow _ -> false;
            case HandOver.Refused _ -> false;
            case HandOver.Unclear _ -> true;
            case HandOver.LineDown _ -> true;
            case HandOver.NotOurs() -> true;
        };
    }

    private HandOver hand(MailServer.Line line, DueMail mail) {
        var letter = writer.write(mail);
        if (letter.isEmpty()) {
            book.refused(own.sender(), mail.id(), clock.instant(), "the venue is gone");
            LOG.error("CEN-MAIL-REFUSED mail {}: its venue is not in appointments.json", mail.id());
            return new HandOver.Refused("");
        }
        var outcome =
                line.hand(
                        letter.get(),
                        () -> book.handing(own.sender(), mail.id(), clock.instant(), own.answer()));
        settle(mail, outcome);
        return outcome;
    }

    private void settle(DueMail mail, HandOver outcome) {
        var now = clock.instant();
        switch (outcome) {
            case HandOver.Taken() -> book.sent(own.sender(), mail.id(), now);
            case HandOver.NotNow(String reply) -> {
                book.later(own.sender(), mail.id(), next(mail, now), reply);
                LOG.warn(
                        "CEN-MAIL-LATE mail {}: {}; attempt {}", mail.id(), reply, mail.attempts());
            }
            case HandOver.Refused(String reply) -> {
                book.refused(own.sender(), mail.id(), now, reply);
                LOG.error("CEN-MAIL-REFUSED mail {}: {}", mail.id(), reply);
            }
            case HandOver.Unclear(String trouble) -> {
                book.unclear(own.sender(), mail.id(), now, trouble);
                LOG.error(
                        "CEN-MAIL-UNCLEAR mail {}: {} after its end; it is not sent again by"
                                + " itself",
                        mail.id(),
                        trouble);
            }
            case HandOver.LineDown(String trouble) -> {
                book.later(own.sender(), mail.id(), next(mail, now), trouble);
                LOG.warn("CEN-MAIL-SERVER {}; mails wait and are tried again", trouble);
            }
            case HandOver.NotOurs() ->
                    LOG.warn("mail {} is with another sender by now; nothing was sent", mail.id());
        }
    }

    /** The others of a batch come later with the first, not each after a vain attempt of its own. */
    private void release(List<DueMail> batch, String trouble) {
        var now = clock.instant();
        batch.forEach(mail -> book.later(own.sender(), mail.id(), next(mail, now), trouble));
    }

    /** 30 s, 1 min, 2 min … at most 6 h; never given up while it is of use. */
    private static Instant next(DueMail mail, Instant now) {
        var doublings = Math.min(Math.max(mail.attempts() - 1, 0), DOUBLINGS_MAX);
        var wait = WAIT_MIN.multipliedBy(1L << doublings);
        return now.plus(Optional.of(wait).filter(w -> w.compareTo(WAIT_MAX) < 0).orElse(WAIT_MAX));
    }
}
