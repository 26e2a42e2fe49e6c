package de.buergerkiosk.eid.simulated;

import static de.buergerkiosk.eid.simulated.eac.DataGroups.ACADEMIC_TITLE;
import static de.buergerkiosk.eid.simulated.eac.DataGroups.BIRTH_NAME;
import static de.buergerkiosk.eid.simulated.eac.DataGroups.DATE_OF_EXPIRY;
import static de.buergerkiosk.eid.simulated.eac.DataGroups.DOCUMENT_TYPE;
import static de.buergerkiosk.eid.simulated.eac.DataGroups.FAMILY_NAMES;
import static de.buergerkiosk.eid.simulated.eac.DataGroups.GIVEN_NAMES;
import static de.buergerkiosk.eid.simulated.eac.DataGroups.ISSUING_STATE;
import static de.buergerkiosk.eid.simulated.eac.DataGroups.MUNICIPALITY;
import static de.buergerkiosk.eid.simulated.eac.DataGroups.NATIONALITY;
import static de.buergerkiosk.eid.simulated.eac.DataGroups.RESIDENCE;

import de.buergerkiosk.eid.simulated.SimulatedCard.IdCard;
import de.buergerkiosk.eid.simulated.card.Personalisation;
import de.buergerkiosk.eid.simulated.card.Personalisation.Secrets;
import de.buergerkiosk.eid.simulated.eac.Bytes;
import de.buergerkiosk.eid.simulated.eac.Curve;
import de.buergerkiosk.eid.simulated.eac.DataGroups;
import de.buergerkiosk.eid.simulated.eac.Place;
import de.buergerkiosk.eid.simulated.pki.CountrySigner;
import de.buergerkiosk.eid.simulated.pki.TestCvPki;
import de.buergerkiosk.ports.Personal;
import de.buergerkiosk.ports.eid.EidRight;
import de.buergerkiosk.ports.eid.Person;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Personalises chips for the example persons, as the manufacturer does for real ones. */
final class CardMaker {
    private static final String TRANSPORT_PIN = "12345";
    static final String PUK = "9876543210";

    private final TestCvPki pki;
    private final CountrySigner country;

    CardMaker(TestCvPki pki, CountrySigner country) {
        this.pki = pki;
        this.country = country;
    }

    Personalisation make(IdCard card) {
        return make(card, card.pin().map(Personal::reveal).orElse(TRANSPORT_PIN));
    }

    /**
     * A chip for that card.
     *
     * @param pin six digits, or the five of the letter
     */
    Personalisation make(IdCard card, String pin) {
        return Personalisation.genuine(
                new Secrets(pin, card.can().reveal(), PUK, card.activated()),
                dataGroups(card.holder(), card.municipality()),
                card.validUntil(),
                // the same each time, so that a person keeps the pseudonym
                Curve.exampleKey("chip of " + card.name()),
                Curve.exampleKey("pseudonyms of " + card.name()),
                pki.rootCertificate(),
                country);
    }

    private static Map<Integer, Bytes> dataGroups(Person holder, Optional<String> municipality) {
        var files = new HashMap<Integer, Bytes>();
        put(files, DOCUMENT_TYPE, holder, EidRight.DOCUMENT_TYPE, DataGroups::printable);
        put(files, ISSUING_STATE, holder, EidRight.ISSUING_COUNTRY, DataGroups::printable);
        put(files, DATE_OF_EXPIRY, holder, EidRight.VALID_UNTIL, DataGroups::date);
        put(files, GIVEN_NAMES, holder, EidRight.GIVEN_NAMES, DataGroups::utf8);
        put(files, FAMILY_NAMES, holder, EidRight.FAMILY_NAMES, DataGroups::utf8);
        put(files, ACADEMIC_TITLE, holder, EidRight.DOCTORAL_DEGREE, DataGroups::utf8);
        put(files, DataGroups.DATE_OF_BIRTH, holder, EidRight.DATE_OF_BIRTH, DataGroups::date);
        put(
                files,
                DataGroups.PLACE_OF_BIRTH,
                holder,
                EidRight.PLACE_OF_BIRTH,
                text -> new Place.FreeText(text).encode());
        put(files, NATIONALITY, holder, EidRight.NATIONALITY, DataGroups::printable);
        put(files, BIRTH_NAME, holder, EidRight.BIRTH_NAME, DataGroups::utf8);
        holder.address()
                .map(address -> place(address.reveal()).encode())
                .ifPresent(place -> files.put(RESIDENCE, DataGroups.file(RESIDENCE, place)));
        municipality
                .map(key -> DataGroups.octets(Bytes.literal(key)))
                .ifPresent(key -> files.put(MUNICIPALITY, DataGroups.file(MUNICIPALITY, key)));
        return files;
    }

    private static void put(
            Map<Integer, Bytes> files,
            int group,
            Person holder,
            EidRight right,
            Function<String, Bytes> encoding) {
        holder.attribute(right)
                .ifPresent(value ->
                        files.put(group, DataGroups.file(group, encoding.apply(value.reveal()))));
    }

    private static Place place(Person.Address address) {
        return new Place.Structured(
                Optional.of(address.street()),
                address.city(),
                Optional.empty(),
                address.country(),
                Optional.of(address.zipCode()));
    }
}
