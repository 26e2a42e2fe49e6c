package de.buergerkiosk.ports.eid;

import java.util.Optional;
import java.util.Set;

/**
 * What a visit needs to know of a citizen, and for which errand.
 *
 * @param optional rights beside the required ones that the citizen may take away
 * @param ageOver years; goes with {@link EidRight#AGE_VERIFICATION}
 * @param placeIs beginning of an official municipality key (AGS) as 2, 3, 5 or 8 digits; goes with
 *     {@link EidRight#ADDRESS_VERIFICATION}
 */
public record EidRequest(
        Errand errand,
        Set<EidRight> required,
        Set<EidRight> optional,
        Optional<Integer> ageOver,
        Optional<String> placeIs) {
    private static final int AGE_MAX = 150;

    /**
     * Why somebody identifies.
     *
     * @param visit number of the visit
     * @param service name of the municipal service's folder
     * @param title what the card's holder reads as transaction; may be empty
     */
    public record Errand(String visit, String service, String serviceVersion, String title) {}

    public EidRequest {
        required = Set.copyOf(required);
        optional = Set.copyOf(optional);
        paired(required, optional, EidRight.AGE_VERIFICATION, ageOver.isPresent());
        paired(required, optional, EidRight.ADDRESS_VERIFICATION, placeIs.isPresent());
        if (ageOver.filter(years -> years < 1 || years > AGE_MAX).isPresent()) {
            throw new IllegalArgumentException("an age is 1 to " + AGE_MAX + " years");
        }
        if (placeIs.filter(key -> !key.matches("[0-9]{2}|[0-9]{3}|[0-9]{5}|[0-9]{8}"))
                .isPresent()) {
            throw new IllegalArgumentException("a municipality key has 2, 3, 5 or 8 digits");
        }
    }

    private static void paired(
            Set<EidRight> required, Set<EidRight> optional, EidRight comparison, boolean value) {
        if ((required.contains(comparison) || optional.contains(comparison)) != value) {
            throw new IllegalArgumentException(
                    comparison + " and the value to compare with go together");
        }
    }

    /** For no municipal service, such as a trial of the devices. */
    public static EidRequest withoutErrand(
            Set<EidRight> required, Set<EidRight> optional, String title) {
        return new EidRequest(
                new Errand("0", "none", "0", title),
                required,
                optional,
                Optional.empty(),
                Optional.empty());
    }
}
