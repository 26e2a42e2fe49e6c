package de.buergerkiosk.eid.simulated.card;

import de.buergerkiosk.eid.simulated.eac.Bytes;
import de.buergerkiosk.eid.simulated.eac.Curve;
import de.buergerkiosk.eid.simulated.eac.SecurityInfos;
import de.buergerkiosk.eid.simulated.pki.CountrySigner;
import de.buergerkiosk.eid.simulated.pki.CvCertificate;
import java.time.LocalDate;
import java.util.Map;

/**
 * What the manufacturer writes onto one chip.
 *
 * @param secrets PIN, CAN and PUK
 * @param dataGroups files of the eID application by their number, 1 to 21
 * @param validUntil last day of the document
 * @param chipKey proves in chip authentication that the chip is genuine
 * @param pseudonymKey makes the pseudonyms of restricted identification
 * @param trustPoint root of the terminals that may speak to the chip
 */
public record Personalisation(
        Secrets secrets,
        Map<Integer, Bytes> dataGroups,
        LocalDate validUntil,
        Curve.Key chipKey,
        Curve.Key pseudonymKey,
        CvCertificate trustPoint,
        Bytes cardAccess,
        Bytes cardSecurity) {
    public Personalisation {
        dataGroups = Map.copyOf(dataGroups);
    }

    /**
     * The chip's passwords.
     *
     * @param pin six digits, or the five of the letter
     * @param activated whether the online function is on
     */
    public record Secrets(String pin, String can, String puk, boolean activated) {
        public Secrets {
            if (!pin.matches("[0-9]{5,6}")
                    || !can.matches("[0-9]{6}")
                    || !puk.matches("[0-9]{10}")) {
                throw new IllegalArgumentException(
                        "PIN, CAN and PUK have 6 (or 5), 6 and 10 digits");
            }
        }

        @Override
        public String toString() {
            return "[secrets]";
        }
    }

    /** A chip as it should be: what it says openly is signed by the country. */
    public static Personalisation genuine(
            Secrets secrets,
            Map<Integer, Bytes> dataGroups,
            LocalDate validUntil,
            Curve.Key chipKey,
            Curve.Key pseudonymKey,
            CvCertificate trustPoint,
            CountrySigner country) {
        return new Personalisation(
                secrets,
                dataGroups,
                validUntil,
                chipKey,
                pseudonymKey,
                trustPoint,
                SecurityInfos.cardAccess(),
                country.sign(SecurityInfos.cardSecurity(chipKey.point())));
    }

    Personalisation withCardSecurity(Bytes other) {
        return new Personalisation(
                secrets,
                dataGroups,
                validUntil,
                chipKey,
                pseudonymKey,
                trustPoint,
                cardAccess,
                other);
    }

    Personalisation withCardAccess(Bytes other) {
        return new Personalisation(
                secrets,
                dataGroups,
                validUntil,
                chipKey,
                pseudonymKey,
                trustPoint,
                other,
                cardSecurity);
    }

    Personalisation withDataGroups(Map<Integer, Bytes> other) {
        return new Personalisation(
                secrets,
                other,
                validUntil,
                chipKey,
                pseudonymKey,
                trustPoint,
                cardAccess,
                cardSecurity);
    }

    Personalisation withChipKey(Curve.Key other) {
        return new Personalisation(
                secrets,
                dataGroups,
                validUntil,
                other,
                pseudonymKey,
                trustPoint,
                cardAccess,
                cardSecurity);
    }

    @Override
    public String toString() {
        return "[chip]";
    }
}
