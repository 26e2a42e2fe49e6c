package de.buergerkiosk.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;

/** Runs one test case of a service and says what differs from what it expects. */
final class CaseRun {
    private final Form form;
    private final TestCase test;
    private final List<Finding> findings = new ArrayList<>();

    CaseRun(Form form, TestCase test) {
        this.form = form;
        this.test = test;
    }

    List<Finding> run() {
        var known = form.definition().plan();
        for (var path : test.answers().keySet()) {
            if (known.question(path).isEmpty()) {
                finding("/answers/" + path, "no page asks for \"" + path + "\"");
            }
        }
        if (!form.definition().isValidOn(test.date())) {
            finding("/date", "the service is not offered on " + test.date());
        }
        var answers = new Answers(new TreeMap<>(test.answers()));
        var viewed = form.viewed(answers, new FormContext(test.date(), test.identity()));
        var view = viewed.view();
        compare("pages", view.pages().stream().map(PageView::id).toList());
        compareProblems(view.problems());
        if (test.expect().has("feeCents")) {
            compare(
                    "/expect/feeCents",
                    test.expect().path("feeCents").asLong(),
                    view.fee().totalCents());
        }
        compare("feeRows", viewed.feeRows());
        test.expect()
                .path("data")
                .properties()
                .forEach(entry ->
                        compare(
                                "/expect/data/" + entry.getKey(),
                                text(entry.getValue()),
                                text(at(view.data(), entry.getKey()))));
        return findings;
    }

    private void compare(String key, List<String> actual) {
        if (test.expect().has(key)) {
            var expected = test.expect().path(key).valueStream().map(JsonNode::asString).toList();
            compare("/expect/" + key, expected, actual);
        }
    }

    private void compareProblems(List<Problem> problems) {
        if (test.expect().has("problems")) {
            var expected =
                    test.expect()
                            .path("problems")
                            .valueStream()
                            .map(problem ->
                                    problem.path("path").asString()
                                            + ": "
                                            + problem.path("key").asString())
                            .sorted()
                            .toList();
            var actual =
                    problems.stream()
                            .map(problem -> problem.path() + ": " + problem.key())
                            .sorted()
                            .toList();
            compare("/expect/problems", expected, actual);
        }
    }

    private void compare(String place, Object expected, Object actual) {
        if (!expected.equals(actual)) {
            finding(place, "expected " + expected + ", but it is " + actual);
        }
    }

    private void finding(String place, String message) {
        findings.add(
                new Finding(
                        test.file(),
                        test.place() + place,
                        "test case \"" + test.name() + "\": " + message,
                        "Correct the service, or the case if it is the case that is wrong."));
    }

    private static JsonNode at(JsonNode data, String path) {
        var node = data;
        for (var step : path.split("\\.", -1)) {
            node = node.path(step);
        }
        return node instanceof MissingNode ? JsonNodeFactory.instance.nullNode() : node;
    }

    private static String text(JsonNode node) {
        return node.isNull() ? "nothing" : node.asString();
    }
}
