package de.buergerkiosk.central.mail.smtp;

import de.buergerkiosk.central.mail.MailServer.BeforeTheDot;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** SMTP with one more step: it asks before the last dot, and remembers that it went. */
final class WatchedTransport extends SMTPTransport {
    private BeforeTheDot beforeTheDot = () -> false;
    private boolean dotMayBeGone;
    private boolean stopped;

    WatchedTransport(Session session, boolean tls) {
        super(
                session,
                new URLName(tls ? "smtps" : "smtp", null, -1, null, null, null),
                tls ? "smtps" : "smtp",
                tls);
    }

    /** A new mail. */
    void begin(BeforeTheDot asked) {
        beforeTheDot = asked;
        dotMayBeGone = false;
        stopped = false;
    }

    boolean dotMayBeGone() {
        return dotMayBeGone;
    }

    boolean wasStopped() {
        return stopped;
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        if (!beforeTheDot.mayGo()) {
            stopped = true;
            // the line ends within the mail, so the server must forget it (RFC 5321, 4.1.1.4)
            throw new IOException("the mail is with another sender by now");
        }
        dotMayBeGone = true;
        super.finishData();
    }
}
