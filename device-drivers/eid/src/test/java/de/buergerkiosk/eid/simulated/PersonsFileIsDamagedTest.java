package de.buergerkiosk.eid.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonsFileIsDamagedTest {
    private static final String GOOD =
            """
            {"pin": "123456", "can": "500540", "cards": [
             {"name": "erika", "kind": "id-card", "label": {"de": "E", "en": "E"},
              "validUntil": "2034-07-31", "triesLeft": 3,
              "holder": {"familyNames": "Mustermann", "dateOfBirth": "1984-08-12",
               "address": {"street": "S 1", "zipCode": "67063", "city": "LU", "country": "D"}}},
             {"name": "library-card", "kind": "other", "label": {"de": "B", "en": "L"}}]}
            """;

    private final Path file;

    PersonsFileIsDamagedTest(@TempDir Path folder) {
        this.file = folder.resolve("persons.json");
    }

    private String complaint(String json) throws IOException {
        Files.writeString(file, json);
        var wrong = assertThrows(IllegalArgumentException.class, () -> ExampleCards.read(file));
        return String.valueOf(wrong.getMessage());
    }

    @Test
    void aCitysOwnPersonsAreRead() throws IOException {
        Files.writeString(file, GOOD);
        assertEquals(2, ExampleCards.read(file).all().size());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\0',
            delimiter = '|',
            value = {
                "\"123456\"|\"12345\"|PIN is not six digits",
                "\"500540\"|500540|persons.json/can is not a text",
                "\"2034-07-31\"|\"31.07.2034\"|persons.json/cards/0 has a validUntil",
                "\"triesLeft\": 3|\"triesLeft\": 4|tries left are 0 to 3",
                "\"triesLeft\": 3|\"triesLeft\": -1|persons.json/cards/0/triesLeft is not a whole",
                "\"id-card\"|\"passport\"|persons.json/cards/0 has a kind",
                "\"familyNames\"|\"surname\"|persons.json/cards/0/holder has the unknown key"
                        + " surname",
                "\"1984-08-12\"|\"12.8.1984\"|persons.json/cards/0/holder has a dateOfBirth",
                "\"de\": \"B\"|\"fr\": \"B\"|persons.json/cards/1 lacks label/de",
                "\"zipCode\": \"67063\", | |persons.json/cards/0/holder/address lacks zipCode",
                "library-card|erika|two cards named erika",
                "library-card|Library Card|a card's name has lower-case letters",
                "]}|]|persons.json: not JSON at line"
            })
    void theComplaintNamesThePlace(String from, String to, String says) throws IOException {
        String broken = GOOD.replace(from, to == null ? "" : to);
        assertFalse(broken.equals(GOOD), from);

        String complaint = complaint(broken);
        assertTrue(complaint.contains(says), complaint);
        assertFalse(complaint.contains("Mustermann"), complaint);
    }

    @Test
    void anEmptyDrawerIsRefused() throws IOException {
        assertTrue(
                complaint("{\"pin\": \"123456\", \"can\": \"500540\", \"cards\": []}")
                        .contains("1 to 200 cards"));
    }
}
