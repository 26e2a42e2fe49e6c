package de.buergerkiosk.central.desk;

import de.buergerkiosk.central.offices.OfficeDirectory;
import de.buergerkiosk.contract.filing.PaymentRecord;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.NoSuchMessageException;

/** Says amounts, times and names as people write them, in German or English. */
public final class Wording {
    private final MessageSource texts;
    private final OfficeDirectory offices;
    private final ZoneId zone;

    Wording(MessageSource texts, OfficeDirectory offices, ZoneId zone) {
        this.texts = texts;
        this.offices = offices;
        this.zone = zone;
    }

    public static boolean english(Locale locale) {
        return locale.getLanguage().equals("en");
    }

    public String text(String key, Locale locale, Object... values) {
        return texts.getMessage(key, values, locale);
    }

    public String time(Instant moment, Locale locale) {
        return time(LocalDateTime.ofInstant(moment, zone), locale);
    }

    /** The text of a key where there is one. */
    public Optional<String> textIfThere(String key, Locale locale) {
        try {
            return Optional.of(texts.getMessage(key, null, locale));
        } catch (NoSuchMessageException e) {
            return Optional.empty();
        }
    }

    String time(LocalDateTime moment, Locale locale) {
        var pattern = english(locale) ? "d MMM yyyy, HH:mm" : "dd.MM.yyyy, HH:mm";
        return DateTimeFormatter.ofPattern(pattern, locale).format(moment);
    }

    public String day(LocalDate day, Locale locale) {
        var pattern = english(locale) ? "d MMM yyyy" : "dd.MM.yyyy";
        return DateTimeFormatter.ofPattern(pattern, locale).format(day);
    }

    String money(long cents, Locale locale) {
        var format = NumberFormat.getCurrencyInstance(english(locale) ? Locale.UK : Locale.GERMANY);
        format.setCurrency(Currency.getInstance("EUR"));
        return format.format(BigDecimal.valueOf(cents, 2));
    }

    String payment(PaymentRecord payment, Locale locale) {
        return switch (payment) {
            case PaymentRecord.NothingDue() -> text("payment.nothing-due", locale);
            case PaymentRecord.Paid paid ->
                    text("payment.paid", locale, money(paid.amountCents(), locale));
            case PaymentRecord.PaidOnPage paid ->
                    text("payment.paid-on-page", locale, money(paid.amountCents(), locale));
            case PaymentRecord.Invoiced invoiced ->
                    text(
                            "payment.invoiced",
                            locale,
                            money(invoiced.amountCents(), locale),
                            day(invoiced.dueOn(), locale));
            case PaymentRecord.Unclear unclear ->
                    text("payment.unclear", locale, money(unclear.amountCents(), locale));
        };
    }

    public String service(String service, Locale locale) {
        return offices.serviceName(service, english(locale) ? "en" : "de");
    }

    public String office(String office, Locale locale) {
        return offices.officeName(office, english(locale) ? "en" : "de");
    }

    public OfficeDirectory offices() {
        return offices;
    }
}
