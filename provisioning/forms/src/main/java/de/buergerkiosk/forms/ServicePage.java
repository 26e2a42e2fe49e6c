package de.buergerkiosk.forms;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/**
 * What a citizen reads before starting.
 *
 * @param what what the service is, in plain language
 * @param feeOn the sentence about the fee as it stands on a day; amounts come from the fee tables
 * @param documents what to have at hand; may be empty
 * @param durationMinutes how long it takes
 * @param legalBasis the law behind it
 * @param hours when the office can be reached
 */
public record ServicePage(
        Localized what,
        Function<LocalDate, Localized> feeOn,
        List<Localized> documents,
        int durationMinutes,
        Localized legalBasis,
        Localized hours) {
    public ServicePage {
        documents = List.copyOf(documents);
    }

    /** The sentence about the fee as it stands on that day. */
    public Localized fee(LocalDate today) {
        return feeOn.apply(today);
    }
}
