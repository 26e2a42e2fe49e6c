package de.buergerkiosk.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.contract.identity.Attribute;
import de.buergerkiosk.contract.identity.Identity;
import de.buergerkiosk.contract.identity.IdentityOffer;
import de.buergerkiosk.contract.identity.IdentityRefusal;
import de.buergerkiosk.contract.identity.IdentitySeal;
import de.buergerkiosk.contract.identity.IdentitySealBroken;
import de.buergerkiosk.contract.identity.IdentityWish;
import de.buergerkiosk.contract.identity.VisitSecret;
import de.buergerkiosk.contract.json.MalformedDocument;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody but the visit opens its identity, and whoever changes something is noticed. */
class SealedIdentityIsTamperedWithTest {
    private static final UUID ID = new UUID(1, 2);
    private static final Identity ERIKA =
            new Identity(
                    Map.of(
                            Attribute.FAMILY_NAMES, "Łukaszewicz-Ðorđević",
                            Attribute.AGE_VERIFICATION, "true"),
                    Optional.of(new Identity.Address("Straße 1", "67059", "Ludwigshafen", "D")));

    private final VisitSecret visit = VisitSecret.make();

    @Test
    void theVisitOpensExactlyWhatWasSealed() throws IdentitySealBroken {
        assertEquals(ERIKA, visit.open(IdentitySeal.seal(ERIKA, ID, visit.open()), ID));
    }

    @Test
    void anotherVisitCannotOpenIt() {
        var sealed = IdentitySeal.seal(ERIKA, ID, visit.open());

        assertThrows(IdentitySealBroken.class, () -> VisitSecret.make().open(sealed, ID));
    }

    @Test
    void itBelongsToOneIdentification() {
        var sealed = IdentitySeal.seal(ERIKA, ID, visit.open());

        assertThrows(IdentitySealBroken.class, () -> visit.open(sealed, new UUID(1, 3)));
    }

    @Test
    void everyChangedCharacterIsNoticed() {
        var sealed = IdentitySeal.seal(ERIKA, ID, visit.open());
        int noticed = 0;
        for (int i = 0; i < sealed.length(); i += 7) {
            var other = sealed.charAt(i) == 'A' ? 'Q' : 'A';
            var changed = sealed.substring(0, i) + other + sealed.substring(i + 1);
            assertThrows(IdentitySealBroken.class, () -> visit.open(changed, ID), "place " + i);
            noticed++;
        }
        assertTrue(noticed > 50, "only " + noticed);
    }

    @Test
    void noTextShowsThePerson() {
        assertFalse(ERIKA.toString().contains("Łuk"));
        assertFalse(ERIKA.address().orElseThrow().toString().contains("67059"));
        assertFalse(IdentitySeal.seal(ERIKA, ID, visit.open()).contains("67059"));
        var broken = assertThrows(IdentitySealBroken.class, () -> visit.open("a.b.c", ID));
        assertEquals("the seal is not a JWE in compact form", broken.getMessage());
    }

    @Test
    void onlyWhatWasAskedIsLeft() {
        var only = ERIKA.only(Set.of(Attribute.AGE_VERIFICATION));

        assertEquals(
                new Identity(Map.of(Attribute.AGE_VERIFICATION, "true"), Optional.empty()), only);
    }

    @Test
    void wishAndOfferKeepTheirShape() {
        var wish = new IdentityWish("01-ab", "parking-permit", "1.0.0", visit.open());
        var asked =
                new IdentityOffer.Asked(
                        Set.of(Attribute.AGE_VERIFICATION),
                        Set.of(Attribute.PSEUDONYM),
                        Optional.of(18),
                        Optional.empty());
        var offer =
                new IdentityOffer(
                        ID,
                        URI.create("https://localhost:1/eid/token?s=1"),
                        asked,
                        Instant.parse("2026-11-24T02:00:00Z"));

        assertEquals(wish, IdentityWish.parse(wish.canonicalJson()));
        assertEquals(offer, IdentityOffer.parse(offer.canonicalJson()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"v\":2}",
                "{\"v\":1,\"visit\":\"X\",\"service\":\"a\",\"serviceVersion\":\"1\",\"key\":{}}",
                "{\"v\":1,\"visit\":\"1\",\"service\":\"a\",\"serviceVersion\":\"1\",\"key\":{\"kty\":\"oct\",\"k\":\"AA\"}}",
                "{\"v\":1,\"visit\":\"1\",\"service\":\"a\",\"serviceVersion\":\"1\",\"key\":{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"AA\",\"y\":\"AA\"}}"
            })
    void aWishOfAnotherShapeIsRefused(String json) {
        assertThrows(
                MalformedDocument.class,
                () -> IdentityWish.parse(json.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void comparisonsNeedTheirValues() {
        assertThrows(
                MalformedDocument.class,
                () ->
                        new IdentityOffer.Asked(
                                Set.of(Attribute.AGE_VERIFICATION),
                                Set.of(),
                                Optional.empty(),
                                Optional.empty()));
        assertThrows(
                MalformedDocument.class,
                () ->
                        new IdentityOffer.Asked(
                                Set.of(), Set.of(), Optional.empty(), Optional.of("07314000")));
    }

    @ParameterizedTest
    @EnumSource
    void everyRefusalIsFoundByItsName(IdentityRefusal refusal) {
        assertEquals(Optional.of(refusal), IdentityRefusal.named(refusal.wireName()));
    }
}
