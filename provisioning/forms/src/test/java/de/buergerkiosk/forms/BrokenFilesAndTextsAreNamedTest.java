package de.buergerkiosk.forms;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** One kind of brokenness each; the service is otherwise good. */
class BrokenFilesAndTextsAreNamedTest extends BrokenFolder {
    @Test
    void theUnbrokenCopyIsValid() {
        assertEquals(List.of(), parking().findings());
    }

    @Test
    void fileIsMissing() {
        expect(parking().delete("pages.json"), "pages.json", "", "missing");
    }

    @Test
    void fileIsNotJson() {
        expect(
                parking().write("fees.json", "{\n  \"tables\": [}\n"),
                "fees.json",
                "line 2, column 14",
                "not JSON");
    }

    @Test
    void keyStandsTwice() {
        expect(
                parking().replace("service.json", "\"icon\":", "\"id\": \"other\", \"icon\":"),
                "service.json",
                "line 7, column 7",
                "Duplicate");
    }

    @Test
    void keyIsUnknown() {
        expect(
                parking().edit("service.json", "", node -> node.put("colour", "red")),
                "service.json",
                "/colour",
                "colour");
    }

    @Test
    void keyIsMissing() {
        expect(
                parking().edit("service.json", "", node -> node.remove("leikaKey")),
                "service.json",
                "",
                "leikaKey");
    }

    @Test
    void keyOfTheCatalogueIsTooShort() {
        expect(
                parking().edit("service.json", "", node -> node.put("leikaKey", "9910800")),
                "service.json",
                "/leikaKey",
                "");
    }

    @Test
    void amountIsNoWholeNumberOfCents() {
        expect(
                parking().replace("fees.json", "18000", "180.5"),
                "fees.json",
                "/tables/1/rows/0/cents",
                "integer");
    }

    @Test
    void idIsNotTheNameOfTheFolder() {
        expect(
                parking().edit("service.json", "", node -> node.put("id", "dog-tax")),
                "service.json",
                "/id",
                "folder");
    }

    @Test
    void dateDoesNotExist() {
        expect(
                parking().edit("service.json", "", node -> node.put("validFrom", "2023-02-30")),
                "service.json",
                "/validFrom",
                "2023-02-30");
    }

    @Test
    void languageHasNoFile() {
        expect(parking().delete("texts/en.json"), "texts/en.json", "", "missing");
    }

    @Test
    void textIsMissingInOneLanguage() {
        expect(
                parking().edit("texts/en.json", "", node -> node.remove("field.plate")),
                "texts/en.json",
                "field.plate",
                "pages.json /elements/0/elements/1/label");
    }

    @Test
    void textIsShownNowhere() {
        expect(
                parking().edit("texts/de.json", "", node -> node.put("field.colour", "Farbe")),
                "texts/de.json",
                "field.colour",
                "nothing shows");
    }

    @Test
    void textMentionsAnUnknownPlaceholder() {
        expect(
                parking().replace("texts/en.json", "parking zone {permit.zone}", "zone {zone}"),
                "texts/en.json",
                "page.vehicle.zone",
                "{zone}");
    }

    @Test
    void translationForgetsAPlaceholder() {
        expect(
                parking().replace("texts/en.json", "parking zone {permit.zone}", "a zone"),
                "texts/en.json",
                "page.vehicle.zone",
                "differ");
    }
}
