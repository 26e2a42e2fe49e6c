package de.buergerkiosk.forms;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One version of one fee.
 *
 * @param fee what the versions share
 */
record FeeTable(
        String fee,
        LocalDate validFrom,
        Optional<LocalDate> validTo,
        String legalBasis,
        DecisionTable<Amount> table) {
    static final String FILE = "fees.json";

    /**
     * @param id unique in its table; texts mention the amount as {@code {fee:<fee>.<id>}}
     */
    record Amount(String id, long cents, Localized label) {}

    boolean isValidOn(LocalDate day) {
        return !day.isBefore(validFrom) && validTo.map(last -> !day.isAfter(last)).orElse(true);
    }
}
