package de.buergerkiosk.ports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import de.buergerkiosk.ports.eid.EidRight;
import de.buergerkiosk.ports.eid.Person;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PersonalDataStaysUnprintedTest {
    @Test
    void aPersonalValuePrintsAsPersonal() {
        assertEquals("[personal]", Personal.of("Mustermann").toString());
    }

    @Test
    void aRecordThatHoldsPersonalValuesDoesNotPrintThem() {
        var person =
                new Person(
                        Map.of(EidRight.FAMILY_NAMES, Personal.of("Mustermann")),
                        Optional.of(
                                Personal.of(
                                        new Person.Address("Heidestraße 17", "67059", "LU", "D"))));

        assertFalse(person.toString().contains("Mustermann"));
        assertFalse(person.toString().contains("Heidestraße"));
    }
}
