package de.buergerkiosk.ports;

import java.util.Objects;

/**
 * What is wrong with a device.
 *
 * @param code stable code such as {@code PRN-PAPER-OUT}; each has its entry in {@code
 *     docs/failure-codes.md} with a cure for citizen, staff and admin
 * @param detail what was observed, for staff and logs; never personal data
 */
public record Fault(String code, String detail) {
    public Fault {
        if (!code.matches("[A-Z]{3}(-[A-Z0-9]+)+")) {
            throw new IllegalArgumentException("not a failure code: " + code);
        }
        Objects.requireNonNull(detail);
    }
}
