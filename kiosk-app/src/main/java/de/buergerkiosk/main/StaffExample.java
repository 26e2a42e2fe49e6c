package de.buergerkiosk.main;

import de.buergerkiosk.care.StaffMember;

/** The person of the demonstration. Code and PIN stand in the README, so no other kiosk takes them. */
public final class StaffExample {
    public static final String CODE = "4711";
    public static final String PIN = "246813";

    /** As in the settings of the demonstration. */
    public static final String ENTRY =
            CODE
                    + " technician 2099-12-31 pbkdf2-sha512:210000:DbkImAzFVLieyQFL5YsC0A:Dtuns4"
                    + "3truurnWPBKZ-LtTD3gBVKZ1vUv6Xc6_7Dg04 Demo-Personal";

    private StaffExample() {}

    /** By the hash: another name or code does not make it another PIN. */
    static boolean is(StaffMember member) {
        return ENTRY.contains(member.pin().text());
    }
}
