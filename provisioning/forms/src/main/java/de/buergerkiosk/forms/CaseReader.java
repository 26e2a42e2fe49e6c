package de.buergerkiosk.forms;

import java.util.ArrayList;
import java.util.List;

/** Reads the test cases that a service brings along. */
final class CaseReader {
    private static final String FOLDER = "tests/";

    private CaseReader() {}

    static List<TestCase> cases(Source source) {
        var cases = new ArrayList<TestCase>();
        source.documents()
                .forEach((file, document) -> {
                    if (file.startsWith(FOLDER)) {
                        for (var i = 0; i < document.path("cases").size(); i++) {
                            var node = document.path("cases").path(i);
                            var place = "/cases/" + i;
                            cases.add(
                                    new TestCase(
                                            file,
                                            place,
                                            node.path("name").asString(),
                                            source.day(file, place + "/date", node.path("date")),
                                            Source.strings(node.path("identity")),
                                            Source.strings(node.path("answers")),
                                            node.path("expect")));
                        }
                    }
                });
        if (cases.isEmpty()) {
            source.findings()
                    .add(
                            FOLDER,
                            "",
                            "the service has no test cases",
                            "Add " + FOLDER + "*.json with at least one case.");
        }
        return cases;
    }
}
