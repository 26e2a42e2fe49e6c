package de.buergerkiosk.central.mail.smtp;

import de.buergerkiosk.central.mail.HandOver;
import de.buergerkiosk.central.mail.Letter;
import de.buergerkiosk.central.mail.MailServer;
import de.buergerkiosk.central.mail.smtp.MailSettings.Login;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.util.Properties;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.util.MailConnectException;

/** A mail server that speaks SMTP (RFC 5321), by Angus Mail. */
public final class SmtpServer implements MailServer {
    private static final Duration CONNECT_MAX = Duration.ofSeconds(20);

    /** RFC 5321, 4.5.3.2.6: whoever waits less for the answer to the last dot makes doubles. */
    public static final Duration ANSWER_MAX = Duration.ofMinutes(10);

    private static final Pattern ENHANCED = Pattern.compile("\\b[245]\\.\\d{1,3}\\.\\d{1,3}\\b");
    private static final int TEMPORARY = 400;
    private static final int PERMANENT = 500;
    private static final int REPLIES_END = 600;
    private static final int CLOSING = 421;

    private final MailSettings settings;
    private final Session session;

    /** Trusts whom Java trusts. */
    public SmtpServer(MailSettings settings) {
        this.settings = settings;
        this.session = Session.getInstance(properties(settings));
    }

    /** Trusts whom these sockets trust. */
    public SmtpServer(MailSettings settings, SSLSocketFactory sockets) {
        var properties = properties(settings);
        properties.put("mail.smtp.ssl.socketFactory", sockets);
        properties.put("mail.smtps.ssl.socketFactory", sockets);
        this.settings = settings;
        this.session = Session.getInstance(properties);
    }

    private static Properties properties(MailSettings settings) {
        var all = new Properties();
        for (var protocol : new String[] {"smtp", "smtps"}) {
            var name = "mail." + protocol + ".";
            all.put(name + "connectiontimeout", "" + CONNECT_MAX.toMillis());
            all.put(name + "timeout", "" + ANSWER_MAX.toMillis());
            all.put(name + "writetimeout", "" + ANSWER_MAX.toMillis());
            all.put(name + "localhost", settings.domain());
            all.put(name + "ssl.checkserveridentity", "true");
            all.put(name + "ssl.protocols", "TLSv1.2 TLSv1.3");
            all.put(name + "auth", "" + settings.login().isPresent());
        }
        var startTls = settings.security() == MailSettings.Security.STARTTLS;
        all.put("mail.smtp.starttls.enable", "" + startTls);
        all.put("mail.smtp.starttls.required", "" + startTls);
        return all;
    }

    @Override
    public Line open() throws NoLine {
        var tls = settings.security() == MailSettings.Security.TLS;
        var transport = new WatchedTransport(session, tls);
        try {
            if (settings.login().isPresent()) {
                var login = settings.login().get();
                connect(transport, login);
            } else {
                transport.connect(settings.host(), settings.port(), null, null);
            }
            return new SmtpLine(transport);
        } catch (MessagingException e) {
            throw new NoLine(place() + ": " + cause(e));
        }
    }

    private void connect(WatchedTransport transport, Login login) throws MessagingException {
        transport.connect(settings.host(), settings.port(), login.name(), login.password());
    }

    private String place() {
        return settings.host() + ":" + settings.port();
    }

    private static String cause(MessagingException e) {
        return switch (e) {
            case AuthenticationFailedException _ ->
                    "refuses the login; check KIOSK_MAIL_USER and KIOSK_MAIL_PASSWORD";
            case MailConnectException _ -> "does not answer";
            default -> {
                var inner = e.getNextException();
                var text = inner == null ? e : inner;
                yield String.valueOf(text.getMessage()).lines().findFirst().orElse("").strip();
            }
        };
    }

    private final class SmtpLine implements Line {
        private final WatchedTransport transport;

        SmtpLine(WatchedTransport transport) {
            this.transport = transport;
        }

        @Override
        public HandOver hand(Letter letter, BeforeTheDot beforeTheDot) {
            try {
                var message = Messages.of(letter, settings.from(), session);
                transport.begin(beforeTheDot);
                transport.sendMessage(
                        message, new InternetAddress[] {new InternetAddress(letter.to(), true)});
                return new HandOver.Taken();
            } catch (MessagingException e) {
                return judged(e);
            }
        }

        private HandOver judged(MessagingException e) {
            if (transport.wasStopped()) {
                return new HandOver.NotOurs();
            }
            var reply = Reply.in(e);
            var answered = reply.code() >= TEMPORARY && reply.code() < REPLIES_END;
            if (transport.dotMayBeGone() && !answered) {
                return new HandOver.Unclear("no answer");
            }
            // a server that does not want us or our sender says nothing about this mail
            var aboutThisMail = transport.dotMayBeGone() || reply.ofRecipient();
            if (!answered || !aboutThisMail || reply.code() == CLOSING) {
                return new HandOver.LineDown(
                        place() + " " + (answered ? reply.text() : "ended the line"));
            }
            return reply.code() >= PERMANENT
                    ? new HandOver.Refused(reply.text())
                    : new HandOver.NotNow(reply.text());
        }

        @Override
        public void close() {
            try {
                transport.close();
            } catch (MessagingException e) {
                // the server has said all that counts
                return;
            }
        }
    }

    /** The server's reply within an exception; code 0 where there is none. */
    private record Reply(int code, String text, boolean ofRecipient) {
        static Reply in(MessagingException failure) {
            var found = new Reply(0, "", false);
            Exception each = failure;
            while (each instanceof MessagingException here) {
                if (here instanceof SMTPAddressFailedException refused) {
                    return new Reply(
                            refused.getReturnCode(), brief(refused, refused.getReturnCode()), true);
                }
                if (here instanceof SMTPSendFailedException refused && found.code() == 0) {
                    found =
                            new Reply(
                                    refused.getReturnCode(),
                                    brief(refused, refused.getReturnCode()),
                                    false);
                }
                each = here.getNextException();
            }
            return found;
        }

        /** Code and enhanced code (RFC 3463); the rest of a reply may name people. */
        private static String brief(Exception e, int code) {
            var enhanced = ENHANCED.matcher(String.valueOf(e.getMessage()));
            return enhanced.find() ? code + " " + enhanced.group() : "" + code;
        }
    }
}
