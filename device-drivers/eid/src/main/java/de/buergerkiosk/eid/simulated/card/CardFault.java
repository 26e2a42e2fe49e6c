package de.buergerkiosk.eid.simulated.card;

import de.buergerkiosk.eid.simulated.eac.Bytes;
import de.buergerkiosk.eid.simulated.eac.Curve;
import de.buergerkiosk.eid.simulated.eac.DataGroups;
import de.buergerkiosk.eid.simulated.eac.SecurityInfos;
import de.buergerkiosk.eid.simulated.pki.CountrySigner;
import java.util.HashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** What a hostile or broken card does; client or server has to notice each. */
public enum CardFault {
    NONE("works as it should"),
    RANDOM_STATUS("every seventh answer is a random status word"),
    RANDOM_BYTES("every seventh answer is random bytes"),
    OVERSIZED("every answer is followed by 60000 bytes"),
    EMPTY_ANSWER("every seventh answer is empty"),
    BROKEN_TLV("answers with a data object whose length is a lie"),
    DEAF("never answers after the selection of a file"),
    WRONG_MAC("one bit of every protected answer is changed"),
    UNPROTECTED("answers protected commands without protection"),
    BROKEN_CARD_ACCESS("EF.CardAccess is no TLV"),
    OTHER_PACE("EF.CardAccess offers a PACE that is not ours"),
    POINT_OFF_CURVE("sends points that do not lie on the curve"),
    FORGED_CARD_SECURITY("EF.CardSecurity is signed by another country"),
    BROKEN_CARD_SECURITY("EF.CardSecurity is random bytes"),
    COPIED_CHIP("has a genuine EF.CardSecurity, but not the chip's key"),
    BROKEN_DATA_GROUPS("every data group ends too early"),
    HUGE_DATA_GROUPS("every data group announces four megabytes"),
    WRONG_TEXT("family names that are not UTF-8");

    private final String description;

    CardFault(String description) {
        this.description = description;
    }

    public String optionName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String description() {
        return description;
    }

    public static Optional<CardFault> named(String name) {
        return Stream.of(values()).filter(each -> each.optionName().equals(name)).findFirst();
    }

    /**
     * A chip with this fault.
     *
     * @param elsewhere signs what our own country has not signed
     */
    public Chip chip(
            Personalisation right,
            PinMemory memory,
            RandomGenerator chance,
            CountrySigner elsewhere) {
        var npa = new VirtualNpa(written(right, chance, elsewhere), memory, chance);
        return this == NONE ? npa : new SpoiledAnswers(npa, this, chance);
    }

    private Personalisation written(
            Personalisation right, RandomGenerator chance, CountrySigner elsewhere) {
        return switch (this) {
            case BROKEN_CARD_ACCESS -> right.withCardAccess(Bytes.random(60, chance));
            case OTHER_PACE ->
                    right.withCardAccess(
                            Bytes.literal("31143012060A04007F0007020204020302010202010D"));
            case FORGED_CARD_SECURITY ->
                    right.withCardSecurity(
                            elsewhere.sign(SecurityInfos.cardSecurity(right.chipKey().point())));
            case BROKEN_CARD_SECURITY -> right.withCardSecurity(Bytes.random(900, chance));
            case COPIED_CHIP -> right.withChipKey(Curve.newKey(chance));
            case BROKEN_DATA_GROUPS -> eachGroup(right, file -> file.first(file.length() - 1));
            case HUGE_DATA_GROUPS ->
                    eachGroup(right, file -> Bytes.ofInts(file.at(0), 0x83, 0x40, 0, 0).and(file));
            case WRONG_TEXT -> {
                var groups = new HashMap<>(right.dataGroups());
                groups.put(
                        DataGroups.FAMILY_NAMES,
                        DataGroups.file(DataGroups.FAMILY_NAMES, Bytes.literal("0C03C32841")));
                yield right.withDataGroups(groups);
            }
            default -> right;
        };
    }

    private static Personalisation eachGroup(Personalisation right, UnaryOperator<Bytes> change) {
        var groups = new HashMap<>(right.dataGroups());
        groups.replaceAll((_, file) -> change.apply(file));
        return right.withDataGroups(groups);
    }
}
