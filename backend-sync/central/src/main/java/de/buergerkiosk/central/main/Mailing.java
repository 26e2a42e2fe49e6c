package de.buergerkiosk.central.main;

import de.buergerkiosk.central.CentreTrouble;
import de.buergerkiosk.central.appointment.Agenda;
import de.buergerkiosk.central.mail.MailBook;
import de.buergerkiosk.central.mail.MailWriter;
import de.buergerkiosk.central.mail.Postman;
import de.buergerkiosk.central.mail.smtp.MailSettings;
import de.buergerkiosk.central.mail.smtp.MailSettings.Login;
import de.buergerkiosk.central.mail.smtp.MailSettings.Security;
import de.buergerkiosk.central.mail.smtp.SmtpServer;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Who takes mails to the city's mail server, and the thread that does it. */
final class Mailing {
    private static final Logger LOG = LoggerFactory.getLogger(Mailing.class);
    private static final Duration ROUND = Duration.ofSeconds(5);

    /** Enough for a batch; after a crash the others are taken over then. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private static final Duration STOP_MAX = Duration.ofSeconds(10);
    private static final int PORT_MAX = 65_535;
    private static final String LOOPBACK = "localhost|127\\.0\\.0\\.1|\\[::1]";

    private Mailing() {}

    /**
     * Understands {@code --mail} and {@code --mail-from}.
     *
     * @throws CentreTrouble saying what is wrong
     */
    static MailSettings settings(CentreSettings.Mail mail, Map<String, String> environment)
            throws CentreTrouble {
        var server = mail.server().orElseThrow();
        var host = Optional.ofNullable(server.getHost()).orElse("");
        var port = server.getPort();
        if (host.isEmpty() || port < 1 || port > PORT_MAX || !plain(server)) {
            throw wrong("--mail: " + server + " must be like smtp://mail.city.example:587");
        }
        if (!mail.from().matches("[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+")) {
            throw wrong("--mail-from: must be an address like termine@city.example");
        }
        var name = environment.getOrDefault("KIOSK_MAIL_USER", "");
        var password = environment.getOrDefault("KIOSK_MAIL_PASSWORD", "");
        return new MailSettings(
                host,
                port,
                security(server, host),
                mail.from(),
                name.isEmpty() ? Optional.empty() : Optional.of(new Login(name, password)));
    }

    private static boolean plain(URI server) {
        return server.getUserInfo() == null
                && server.getPath().isEmpty()
                && server.getQuery() == null;
    }

    private static Security security(URI server, String host) throws CentreTrouble {
        return switch (String.valueOf(server.getScheme())) {
            case "smtp" -> Security.STARTTLS;
            case "smtps" -> Security.TLS;
            case "smtp-plain" -> {
                if (!host.matches(LOOPBACK)) {
                    throw wrong(
                            "--mail: smtp-plain is for a mail server on this machine; use smtp or"
                                    + " smtps for "
                                    + host);
                }
                yield Security.NONE;
            }
            default ->
                    throw wrong(
                            "--mail: "
                                    + server.getScheme()
                                    + " is not known; use smtp (with STARTTLS), smtps, or"
                                    + " smtp-plain on this machine");
        };
    }

    private static CentreTrouble wrong(String problem) {
        return new CentreTrouble("CEN-MAIL-SETTINGS", problem);
    }

    /** Sends until it is closed; the mail in hand is brought to its end. */
    static AutoCloseable start(
            MailSettings settings, MailBook book, Agenda agenda, UUID sender, InstantSource clock) {
        var postman =
                new Postman(
                        book,
                        new MailWriter(agenda),
                        new SmtpServer(settings),
                        new Postman.Identity(
                                sender,
                                settings.domain(),
                                LEASE,
                                SmtpServer.ANSWER_MAX.plus(LEASE)),
                        clock);
        var ended = new CountDownLatch(1);
        var going = Thread.ofVirtual().name("postman").start(() -> goRound(postman, ended));
        return () -> {
            ended.countDown();
            if (!going.join(STOP_MAX)) {
                going.interrupt();
                going.join(STOP_MAX);
            }
        };
    }

    private static void goRound(Postman postman, CountDownLatch ended) {
        try {
            do {
                try {
                    postman.round(() -> ended.getCount() == 0);
                } catch (DataAccessException e) {
                    LOG.warn("mails are looked for again: {}", e.toString());
                }
            } while (!ended.await(ROUND.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
