package de.buergerkiosk.central.mail;

import de.buergerkiosk.central.appointment.Agenda;
import de.buergerkiosk.central.appointment.Appointment;
import de.buergerkiosk.central.appointment.ICalendar;
import de.buergerkiosk.central.appointment.Venue;
import de.buergerkiosk.central.mail.DueMail.Kind;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/** Writes the letters: what is said stands in {@code texts_de} and {@code texts_en}. */
public final class MailWriter {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Agenda agenda;
    private final Map<String, Properties> texts = Map.of("de", read("de"), "en", read("en"));

    public MailWriter(Agenda agenda) {
        this.agenda = agenda;
    }

    /** Empty where there is no such venue any more, or nobody to write to. */
    Optional<Letter> write(DueMail mail) {
        var about = mail.about();
        var to = about.contact().mail();
        var venue = agenda.venue(about.venue());
        if (to.isEmpty() || venue.isEmpty()) {
            return Optional.empty();
        }
        var cancelled = mail.kind() == Kind.CANCELLED;
        var word = mail.kind().name().toLowerCase(Locale.ROOT);
        var language = about.language();
        return Optional.of(
                new Letter(
                        mail.messageId(),
                        to.get(),
                        said(language, word + ".subject", when(about, "date")),
                        text(mail, venue.get(), word),
                        cancelled
                                ? ICalendar.cancellation(about, venue.get(), mail.madeAt())
                                : ICalendar.request(about, venue.get(), mail.madeAt()),
                        cancelled ? "CANCEL" : "REQUEST",
                        language,
                        mail.madeAt()));
    }

    private String text(DueMail mail, Venue venue, String word) {
        var about = mail.about();
        var language = about.language();
        var cancelled = mail.kind() == Kind.CANCELLED;
        var service =
                venue.offer(about.service())
                        .map(offer -> offer.name().in(language))
                        .orElse(about.service());
        var details =
                said(
                        language,
                        "details",
                        service,
                        when(about, "day"),
                        TIME.withZone(agenda.zone()).format(about.start()),
                        venue.name().in(language),
                        venue.address());
        return String.join(
                        "\n\n",
                        said(language, word + ".text"),
                        details,
                        cancelled
                                ? said(language, "calendar.cancelled")
                                : said(language, "code", about.code().printed())
                                        + "\n\n"
                                        + said(language, "calendar"),
                        said(language, "end"))
                + "\n";
    }

    private String when(Appointment about, String pattern) {
        var locale = about.language().equals("en") ? Locale.UK : Locale.GERMANY;
        return DateTimeFormatter.ofPattern(said(about.language(), pattern), locale)
                .withZone(agenda.zone())
                .format(about.start());
    }

    private String said(String language, String key, Object... values) {
        var text = Objects.requireNonNull(texts.get(language)).getProperty(key);
        Objects.requireNonNull(text, key);
        return values.length == 0 ? text : MessageFormat.format(text, values);
    }

    private static Properties read(String language) {
        var name = "/de/buergerkiosk/central/mail/texts_" + language + ".properties";
        var texts = new Properties();
        try (var in =
                new InputStreamReader(
                        Objects.requireNonNull(MailWriter.class.getResourceAsStream(name)),
                        StandardCharsets.UTF_8)) {
            texts.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
