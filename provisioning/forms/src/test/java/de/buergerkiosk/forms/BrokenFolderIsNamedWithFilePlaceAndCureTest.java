package de.buergerkiosk.forms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One kind of brokenness each; the service is otherwise good. */
class BrokenFolderIsNamedWithFilePlaceAndCureTest {
    @TempDir private Path temporary;

    private ServiceCopy parking() {
        return ServiceCopy.of("parking-permit", temporary);
    }

    private ServiceCopy waste() {
        return ServiceCopy.of("bulky-waste", temporary);
    }

    private static void expect(ServiceCopy copy, String file, String place, String words) {
        var findings = copy.findings();
        var found =
                findings.stream()
                        .filter(finding ->
                                finding.file().equals(file) && finding.place().equals(place))
                        .toList();
        assertFalse(found.isEmpty(), "no finding at " + file + " " + place + ": " + findings);
        assertTrue(
                found.stream().anyMatch(finding -> finding.message().contains(words)),
                "not in words \"" + words + "\": " + found);
        assertTrue(found.stream().noneMatch(finding -> finding.cure().isBlank()));
    }

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

    @Test
    void ruleCannotBeParsed() {
        expect(
                parking().replace("rules.feel.json", "permit.from >= today", "permit.from >="),
                "rules.feel.json",
                "/validate/2/check",
                "cannot be used");
    }

    @Test
    void ruleReadsANameThatTheSchemaLacks() {
        expect(
                parking()
                        .replace(
                                "rules.feel.json", "permit.from >= today", "permit.start >= today"),
                "rules.feel.json",
                "/validate/2/check",
                "permit.start");
    }

    @Test
    void ruleComparesADateWithANumber() {
        expect(
                parking().replace("rules.feel.json", "permit.from >= today", "permit.from >= 5"),
                "rules.feel.json",
                "/validate/2/check",
                "types do not fit");
    }

    @Test
    void ruleGivesANumberWhereYesOrNoIsNeeded() {
        expect(
                waste().edit(
                                "rules.feel.json",
                                "/required",
                                node -> node.put("pickup.note", "1 + 1")),
                "rules.feel.json",
                "/required/pickup.note",
                "yes or no");
    }

    @Test
    void computedValueIsOfTheWrongType() {
        expect(
                parking()
                        .edit(
                                "rules.feel.json",
                                "/computed",
                                node -> node.put("validUntil", "\"soon\"")),
                "rules.feel.json",
                "/computed/validUntil",
                "a date");
    }

    @Test
    void computedValuesDependOnEachOther() {
        expect(
                parking()
                        .edit(
                                "rules.feel.json",
                                "/computed",
                                node ->
                                        node.put("permit.until", "validUntil + duration(\"P1D\")")
                                                .put(
                                                        "validUntil",
                                                        "permit.until + duration(\"P1D\")")),
                "rules.feel.json",
                "/computed/permit.until",
                "permit.until -> validUntil -> permit.until");
    }

    @Test
    void pageIsShownByItsOwnAnswer() {
        expect(
                parking()
                        .edit(
                                "pages.json",
                                "/elements/1",
                                node ->
                                        node.set(
                                                "rule",
                                                ServiceCopy.json(
                                                        "{'effect':'SHOW','condition':{'scope':"
                                                            + "'#/properties/holder/properties/consent','schema':{'const':true}}}"))),
                "rules.feel.json",
                "",
                "page holder -> holder.consent -> page holder");
    }

    @Test
    void nothingWorksOutAComputedField() {
        expect(
                parking().edit("rules.feel.json", "/computed", node -> node.remove("validUntil")),
                "rules.feel.json",
                "/computed",
                "validUntil");
    }

    @Test
    void pageCanNeverBeSeen() {
        expect(
                parking()
                        .edit(
                                "rules.feel.json",
                                "",
                                node ->
                                        node.set(
                                                "visible",
                                                ServiceCopy.json("{'pages':{'holder':'1 > 2'}}"))),
                "pages.json",
                "/elements/1",
                "never visible");
    }

    @Test
    void pageCanNeverBeSeenBecauseItsRulesExcludeEachOther() {
        expect(
                parking()
                        .edit(
                                "rules.feel.json",
                                "",
                                node ->
                                        node.set(
                                                "visible",
                                                ServiceCopy.json(
                                                        "{'pages':{'holder':'vehicle.applicantIsHolder"
                                                            + " = true'}}"))),
                "pages.json",
                "/elements/1",
                "never visible");
    }

    @Test
    void pageAsksNothing() {
        expect(
                parking().editList("pages.json", "/elements/1/elements", list -> list.removeAll()),
                "pages.json",
                "/elements/1/elements",
                "asks nothing");
    }

    @Test
    void controlPointsOutsideTheSchema() {
        expect(
                parking().replace("pages.json", "properties/plate", "properties/number"),
                "pages.json",
                "/elements/0/elements/1/scope",
                "vehicle.number");
    }

    @Test
    void sameQuestionStandsTwice() {
        expect(
                parking()
                        .editList(
                                "pages.json",
                                "/elements/1/elements",
                                list ->
                                        list.add(
                                                ServiceCopy.json(
                                                        "{'type':'Control','label':'field.plate','scope':"
                                                            + "'#/properties/vehicle/properties/plate'}"))),
                "pages.json",
                "/elements/1/elements/2/scope",
                "asked twice");
    }

    @Test
    void optionIsMissing() {
        expect(
                waste().editList(
                                "pages.json",
                                "/elements/2/elements/0/options",
                                list -> list.remove(1)),
                "pages.json",
                "/elements/2/elements/0/options",
                "express");
    }

    @Test
    void fieldIsFilledByNothing() {
        expect(
                parking()
                        .edit(
                                "data.schema.json",
                                "/properties/vehicle/properties",
                                node ->
                                        node.set(
                                                "colour",
                                                ServiceCopy.json(
                                                        "{'type':'string','maxLength':20}"))),
                "data.schema.json",
                "/properties/vehicle/properties/colour",
                "nothing fills");
    }

    @Test
    void textInTheSchemaHasNoGreatestLength() {
        expect(
                parking()
                        .edit(
                                "data.schema.json",
                                "/properties/holder/properties/name",
                                node -> node.remove("maxLength")),
                "data.schema.json",
                "/properties/holder/properties/name",
                "");
    }

    @Test
    void requiredFieldIsNotDescribed() {
        expect(
                parking()
                        .editList(
                                "data.schema.json",
                                "/properties/holder/required",
                                list -> list.add("age")),
                "data.schema.json",
                "/properties/holder/required/2",
                "age");
    }

    @Test
    void feeHasNoVersionForSomeDays() {
        expect(
                parking().replace("fees.json", "2023-10-01", "2023-11-01"),
                "fees.json",
                "/tables/1/validFrom",
                "2023-10-01 to 2023-10-31");
    }

    @Test
    void feeHasTwoVersionsOnOneDay() {
        expect(
                parking().replace("fees.json", "2023-10-01", "2023-09-30"),
                "fees.json",
                "/tables/1/validFrom",
                "two versions");
    }

    @Test
    void feeEndsBeforeTheService() {
        expect(
                parking().edit("fees.json", "/tables/1", node -> node.put("validTo", "2030-12-31")),
                "fees.json",
                "/tables/1/validTo",
                "after 2030-12-31");
    }

    @Test
    void feeBeginsAfterTheService() {
        expect(
                parking().replace("service.json", "2023-01-01", "2022-01-01"),
                "fees.json",
                "/tables/0/validFrom",
                "from 2022-01-01");
    }

    @Test
    void feeTableHasNoRowForAnAnswer() {
        expect(
                waste().editList("fees.json", "/tables/1/rows", list -> list.remove(1)),
                "fees.json",
                "/tables/1/rows",
                "pickup.kind = express");
    }

    @Test
    void feeRowsOverlap() {
        expect(
                waste().edit(
                                "fees.json",
                                "/tables/1/rows/1",
                                node -> node.set("when", ServiceCopy.json("['-']"))),
                "fees.json",
                "/tables/1/rows/1",
                "fire together");
    }

    @Test
    void feeRowNeverFires() {
        expect(
                waste().editList(
                                "fees.json",
                                "/tables/1/rows",
                                list ->
                                        list.add(
                                                ServiceCopy.json(
                                                        "{'id':'slow','when':['\\u0022slow\\u0022'],'cents':1,'label':'fee.free'}"))),
                "fees.json",
                "/tables/1/rows/2",
                "never fires");
    }

    @Test
    void rowOfALargeTableIsCoveredByAnother() {
        expect(
                parking()
                        .editList(
                                "tables/zones.json",
                                "/rows",
                                list ->
                                        list.add(
                                                ServiceCopy.json(
                                                        "{'when':['BISMARCKSTR.','[1..9]'],'then':'2'}"))),
                "tables/zones.json",
                "/rows/25",
                "row 0");
    }

    @Test
    void cellIsMissing() {
        expect(
                parking().editList("tables/zones.json", "/rows/3/when", list -> list.remove(1)),
                "tables/zones.json",
                "/rows/3/when",
                "1 cells for 2 inputs");
    }

    @Test
    void cellTestsANumberAgainstAText() {
        expect(
                parking()
                        .editList(
                                "tables/zones.json",
                                "/rows/3/when",
                                list -> list.set(1, ServiceCopy.json("'\\u0022a\\u0022'"))),
                "tables/zones.json",
                "/rows/3/when/1",
                "types do not fit");
    }

    @Test
    void tableIsUsedByNothing() {
        var copy = parking();
        expect(
                copy.write("tables/spare.json", copy.read("tables/zones.json")),
                "tables/spare.json",
                "",
                "nothing uses");
    }

    @Test
    void sentenceAboutTheFeeNamesARowThatALaterVersionLacks() {
        expect(
                parking().edit("fees.json", "/tables/1/rows/0", node -> node.put("id", "annual")),
                "texts/de.json",
                "service.fee",
                "fee:permit.year");
    }

    @Test
    void paidServiceHasNoFees() {
        expect(parking().delete("fees.json"), "service.json", "/payment", "no fees.json");
    }

    @Test
    void cardFillsFieldsThoughNobodyIsIdentified() {
        expect(
                waste().write("map/prefill.json", "{\"contact.name\": \"person.familyNames\"}"),
                "map/prefill.json",
                "",
                "no ID card");
    }

    @Test
    void receiptNamesAnUnknownValue() {
        expect(
                parking().replace("templates/receipt.json", "{vehicle.plate}", "{plate}"),
                "templates/receipt.json",
                "/lines/2/value",
                "plate");
    }

    @Test
    void documentNamesAnUnknownValue() {
        expect(
                parking().replace("templates/permit.html", "{{vehicle.plate}}", "{{plate}}"),
                "templates/permit.html",
                "",
                "plate");
    }

    @Test
    void documentIsNotWellFormed() {
        expect(
                parking().replace("templates/permit.html", "</table>", ""),
                "templates/permit.html",
                "line 32",
                "not well-formed");
    }

    @Test
    void testCaseFails() {
        expect(
                parking().replace("fees.json", "3070", "3071"),
                "tests/dates.json",
                "/cases/0/expect/feeCents",
                "expected 3070, but it is 3071");
    }

    @Test
    void serviceHasNoTestCases() {
        expect(
                parking()
                        .delete("tests/dates.json")
                        .delete("tests/vehicle.json")
                        .delete("tests/zones.json"),
                "tests/",
                "",
                "no test cases");
    }
}
