package de.buergerkiosk.eid.simulated.server;

import de.buergerkiosk.eid.MunicipalityKey;
import de.buergerkiosk.eid.simulated.eac.Bytes;
import de.buergerkiosk.eid.simulated.eac.Chat;
import de.buergerkiosk.ports.eid.EidRequest;
import de.buergerkiosk.ports.eid.EidRight;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a service asks for, as useID carries it (TR-03130-1, 3.3.1).
 *
 * @param optional rights beside the required ones that the citizen may take away
 * @param requiredAge years for age verification
 * @param municipality beginning of the municipality's key for place verification
 */
public record IdentityRequest(
        Chat required,
        Chat optional,
        OptionalInt requiredAge,
        Optional<Bytes> municipality,
        Optional<String> transactionInfo) {
    /** Older than anybody, and still a date. */
    private static final int AGE_MAX = 150;

    private static final int MUNICIPALITY_BYTES_MAX = 7;

    /**
     * The request of a service.
     *
     * @throws IllegalArgumentException when a comparison comes without its value, or the other way
     */
    public static IdentityRequest of(EidRequest wish) {
        var onlyOptional = EnumSet.noneOf(EidRight.class);
        onlyOptional.addAll(wish.optional());
        onlyOptional.removeAll(wish.required());
        return new IdentityRequest(
                Chat.terminal(wish.required()),
                Chat.terminal(onlyOptional),
                wish.ageOver().isPresent()
                        ? OptionalInt.of(wish.ageOver().get())
                        : OptionalInt.empty(),
                wish.placeIs().map(MunicipalityKey::onCard).map(Bytes::literal),
                Optional.of(wish.errand().title()).filter(title -> !title.isBlank()));
    }

    public IdentityRequest {
        Chat all = required.or(optional);
        if (all.has(Chat.AGE_VERIFICATION) != requiredAge.isPresent()) {
            throw new IllegalArgumentException("age verification needs an age, and the right");
        }
        if (all.has(Chat.MUNICIPALITY_VERIFICATION) != municipality.isPresent()) {
            throw new IllegalArgumentException("place verification needs a place, and the right");
        }
        int age = requiredAge.orElse(0);
        if (age < 0 || age > AGE_MAX) {
            throw new IllegalArgumentException("an age is 0 to " + AGE_MAX + " years");
        }
        int length = municipality.map(Bytes::length).orElse(1);
        if (length < 1 || length > MUNICIPALITY_BYTES_MAX) {
            throw new IllegalArgumentException(
                    "a municipality's key has 1 to " + MUNICIPALITY_BYTES_MAX + " bytes");
        }
    }
}
