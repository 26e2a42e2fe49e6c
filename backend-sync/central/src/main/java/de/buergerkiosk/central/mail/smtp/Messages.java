package de.buergerkiosk.central.mail.smtp;

import de.buergerkiosk.central.mail.Letter;
import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A letter as bytes of the mail (RFC 5322, MIME), with its calendar entry as a file. */
final class Messages {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.US)
                    .withZone(ZoneOffset.UTC);

    private Messages() {}

    static MimeMessage of(Letter letter, String from, Session session) throws MessagingException {
        var text = new MimeBodyPart();
        text.setText(letter.text(), "UTF-8");
        var calendar = new MimeBodyPart();
        calendar.setDataHandler(
                new DataHandler(
                        new ByteArrayDataSource(
                                letter.calendar().getBytes(StandardCharsets.UTF_8),
                                "text/calendar; charset=UTF-8; method=" + letter.method())));
        calendar.setFileName(letter.language().equals("en") ? "appointment.ics" : "termin.ics");
        var parts = new MimeMultipart(text, calendar);

        var message = new WithOwnId(session, "<" + letter.messageId() + ">");
        message.setFrom(new InternetAddress(from, true));
        message.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(letter.to(), true));
        message.setSubject(letter.subject(), "UTF-8");
        message.setHeader("Date", DATE.format(letter.date()));
        message.setHeader("Content-Language", letter.language());
        // nobody's holiday notice answers it (RFC 3834)
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setContent(parts);
        message.saveChanges();
        return message;
    }

    /** The library would choose another Message-ID at each attempt. */
    private static final class WithOwnId extends MimeMessage {
        private final String id;

        WithOwnId(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
