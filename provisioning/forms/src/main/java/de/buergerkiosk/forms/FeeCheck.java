package de.buergerkiosk.forms;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/** Looks for days on which a fee has no version or two, and for amounts that texts miss. */
record FeeCheck(Source source, ServiceDefinition definition, Samples samples) {
    void run() {
        var fees = definition.plan().parts().fees();
        for (var i = 0; i < fees.size(); i++) {
            TableCheck.run(fees.get(i).table(), samples, source);
            checkIds(fees.get(i));
        }
        new Fees(fees)
                .names()
                .forEach(fee ->
                        checkVersions(
                                fees.stream()
                                        .filter(version -> version.fee().equals(fee))
                                        .sorted(Comparator.comparing(FeeTable::validFrom))
                                        .toList()));
        checkMentionedAmounts(fees);
    }

    private void checkIds(FeeTable version) {
        var ids = new HashSet<String>();
        var rows = version.table().rows();
        for (var i = 0; i < rows.size(); i++) {
            if (!ids.add(rows.get(i).output().id())) {
                finding(
                        version.table().place() + "/rows/" + i + "/id",
                        "the id \"" + rows.get(i).output().id() + "\" exists already",
                        "Give every row of a table its own id.");
            }
        }
        version.validTo()
                .filter(last -> last.isBefore(version.validFrom()))
                .ifPresent(last ->
                        finding(
                                version.table().place() + "/validTo",
                                "ends before it begins",
                                "Correct the dates."));
    }

    private void checkVersions(List<FeeTable> versions) {
        var first = versions.getFirst();
        if (first.validFrom().isAfter(definition.validFrom())) {
            finding(
                    first.table().place() + "/validFrom",
                    "no fee \""
                            + first.fee()
                            + "\" from "
                            + definition.validFrom()
                            + ", when the"
                            + " service begins, to "
                            + first.validFrom().minusDays(1),
                    "Add a version for these days.");
        }
        for (var i = 1; i < versions.size(); i++) {
            checkJoint(versions.get(i - 1), versions.get(i));
        }
        var last = versions.getLast();
        last.validTo()
                .filter(end -> definition.validTo().map(end::isBefore).orElse(true))
                .ifPresent(end ->
                        finding(
                                last.table().place() + "/validTo",
                                "no fee \"" + last.fee() + "\" after " + end,
                                "Add a version for the days after it, or end the service then."));
    }

    private void checkJoint(FeeTable earlier, FeeTable later) {
        var place = later.table().place() + "/validFrom";
        var end = earlier.validTo();
        if (end.isEmpty() || !end.get().isBefore(later.validFrom())) {
            finding(
                    place,
                    "two versions of the fee \"" + later.fee() + "\" from " + later.validFrom(),
                    "End the earlier version on " + later.validFrom().minusDays(1) + ".");
        } else if (!end.get().plusDays(1).equals(later.validFrom())) {
            finding(
                    place,
                    "no fee \""
                            + later.fee()
                            + "\" from "
                            + end.get().plusDays(1)
                            + " to "
                            + later.validFrom().minusDays(1),
                    "Close the gap between the versions.");
        }
    }

    /** The sentence about the fee must find its amounts on every day of the service. */
    private void checkMentionedAmounts(List<FeeTable> tables) {
        var fees = new Fees(tables);
        var days = new ArrayList<LocalDate>();
        days.add(definition.validFrom());
        tables.stream().map(FeeTable::validFrom).filter(definition::isValidOn).forEach(days::add);
        var sentence = source.texts().get("service.fee", ServiceReader.FILE, mentioned(tables));
        for (var day : days) {
            var known = fees.amounts(day).keySet();
            sentence.byLanguage()
                    .forEach((language, text) ->
                            Placeholders.SINGLE.names(text).stream()
                                    .filter(name ->
                                            name.startsWith("fee:") && !known.contains(name))
                                    .forEach(name ->
                                            source.findings()
                                                    .add(
                                                            Texts.file(language),
                                                            "service.fee",
                                                            "there is no amount {"
                                                                    + name
                                                                    + "} on "
                                                                    + day,
                                                            "Name a fee and a row that exist in"
                                                                    + " every version.")));
        }
    }

    private static java.util.Set<String> mentioned(List<FeeTable> tables) {
        var names = new HashSet<String>();
        var fees = new Fees(tables);
        tables.forEach(table -> names.addAll(fees.amounts(table.validFrom()).keySet()));
        return names;
    }

    private void finding(String place, String message, String cure) {
        source.findings().add(FeeTable.FILE, place, message, cure);
    }
}
