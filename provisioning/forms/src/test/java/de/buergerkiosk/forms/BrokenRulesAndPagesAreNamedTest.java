package de.buergerkiosk.forms;

import org.junit.jupiter.api.Test;

/** One kind of brokenness each; the service is otherwise good. */
class BrokenRulesAndPagesAreNamedTest extends BrokenFolder {
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
}
