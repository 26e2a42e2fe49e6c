package de.buergerkiosk.forms;

import org.junit.jupiter.api.Test;

/** One kind of brokenness each; the service is otherwise good. */
class BrokenFeesTablesAndTemplatesAreNamedTest extends BrokenFolder {
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
    void whatCostsNothingIsToBePaidLater() {
        expect(
                parking().delete("fees.json").replace("service.json", "\"before\"", "\"none\""),
                "service.json",
                "/payLater",
                "cannot be paid later");
    }

    @Test
    void payLaterIsOfferedWhenNobodyKnows() {
        expect(
                parking().replace("service.json", "\"fallback\"", "\"sometimes\""),
                "service.json",
                "/payLater/offered",
                "");
    }

    @Test
    void payLaterHasNoDaysToPay() {
        expect(
                parking().replace("service.json", "\"dueDays\": 14", "\"dueDays\": 0"),
                "service.json",
                "/payLater/dueDays",
                "");
    }

    @Test
    void feeNoticeHasNoWords() {
        expect(
                parking().replace("texts/en.json", "payLater.notice", "payLater.other"),
                "texts/en.json",
                "payLater.notice",
                "");
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
                "line 39",
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
