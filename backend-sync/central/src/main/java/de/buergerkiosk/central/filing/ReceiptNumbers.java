package de.buergerkiosk.central.filing;

import java.time.Instant;
import java.time.ZoneId;

/**
 * Receipt numbers that people can read out on the phone: year, serial, check digit, such as {@code
 * 2026-000042-2}. The digit (Luhn, ISO/IEC 7812-1 annex B) shows one wrong digit and most swaps.
 */
public record ReceiptNumbers(ZoneId zone) {
    public String number(long serial, Instant moment) {
        var year = moment.atZone(zone).getYear();
        var digits = "%04d%06d".formatted(year, serial);
        return "%04d-%06d-%d".formatted(year, serial, check(digits));
    }

    private static int check(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = Character.digit(digits.charAt(digits.length() - 1 - i), 10);
            if (i % 2 == 0) {
                digit = digit > 4 ? 2 * digit - 9 : 2 * digit;
            }
            sum += digit;
        }
        return (10 - sum % 10) % 10;
    }
}
