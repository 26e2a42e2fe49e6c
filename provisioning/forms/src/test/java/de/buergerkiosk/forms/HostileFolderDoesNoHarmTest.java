package de.buergerkiosk.forms;

import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileFolderDoesNoHarmTest {
    @TempDir private Path temporary;

    private ServiceCopy copy;

    @BeforeEach
    void copyAGoodService() {
        copy = ServiceCopy.of("parking-permit", temporary);
    }

    private void expectFinding(String file, String words) {
        var findings = assertTimeoutPreemptively(ofSeconds(20), copy::findings);
        assertTrue(
                findings.stream()
                        .anyMatch(finding ->
                                finding.file().equals(file) && finding.message().contains(words)),
                findings.toString());
    }

    @Test
    void linkToAFileOutsideIsNotFollowed() throws IOException {
        var secret = Files.writeString(temporary.resolve("secret.json"), "{\"a\":\"b\"}");
        copy.delete("texts/en.json");
        Files.createSymbolicLink(copy.folder().resolve("texts/en.json"), secret);
        expectFinding("texts/en.json", "a link");
    }

    @Test
    void linkedFolderIsNotFollowed() throws IOException {
        Files.createDirectory(temporary.resolve("outside"));
        Files.createSymbolicLink(copy.folder().resolve("extra"), temporary.resolve("outside"));
        expectFinding("extra", "a link");
    }

    @Test
    void strangeFilesAreRefused() {
        copy.write("run.sh", "#!/bin/sh").write("texts/De.json", "{}").write("lib/x.json", "{}");
        expectFinding("run.sh", "no service has");
        expectFinding("texts/De.json", "no service has");
        expectFinding("lib", "no service has");
    }

    @Test
    void hugeFileIsNotReadWhole() {
        copy.write("README.md", "x".repeat(600_000));
        expectFinding("README.md", "larger than");
    }

    @Test
    void hundredsOfFilesAreNotRead() {
        for (var i = 0; i < 300; i++) {
            copy.write("tests/case-" + i + ".json", "{}");
        }
        expectFinding("", "more than 200 files");
    }

    @Test
    void deepNestingIsRefused() {
        copy.write("pages.json", "[".repeat(5_000));
        expectFinding("pages.json", "not JSON");
    }

    @Test
    void bytesThatAreNoTextAreRefused() throws IOException {
        Files.write(copy.folder().resolve("pages.json"), new byte[] {(byte) 0xC3, (byte) 0x28});
        expectFinding("pages.json", "not UTF-8");
    }

    @Test
    void byteOrderMarkIsNamedWithItsCure() {
        copy.write("service.json", "\uFEFF{}");
        expectFinding("service.json", "byte order mark");
    }

    /** Reading it would wait for a writer for ever. */
    @Test
    void namedPipeIsNotRead() throws Exception {
        copy.delete("pages.json");
        var pipe = copy.folder().resolve("pages.json").toString();
        assertEquals(0, new ProcessBuilder("mkfifo", pipe).start().waitFor());
        expectFinding("pages.json", "pipe");
    }

    @Test
    void whatIsRefusedIsNotCalledMissingAsWell() {
        copy.write("texts/de.json", "x".repeat(600_000));
        var said = copy.findings().stream().filter(f -> f.file().equals("texts/de.json")).toList();
        assertEquals(1, said.size(), said.toString());
    }

    @Test
    void thousandsOfFindingsAreCut() {
        var texts = new StringBuilder("{");
        for (var i = 0; i < 900; i++) {
            texts.append(i == 0 ? "" : ",").append("\"a.b").append(i).append("\":\"x\"");
        }
        copy.write("texts/de.json", texts.append('}').toString());
        assertEquals(200, copy.findings().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for i in 1..1000000000 return i",
                "some x in 1..1000000000 satisfies x = 0",
                "9 ** 9 ** 9 ** 9",
                "random number() > 0.5",
                "now()",
                "floor(number(\"1e9999999\")) > 0",
                "floor(1e9999999) > 0",
                "function(x) external {java: {class: \"java.lang.System\", method signature:"
                        + " \"exit\"}}",
                "{a: 1, b: a}.b",
                "[1, 2, 3][item > 1]",
                "today()",
                "matches(vehicle.plate, vehicle.plate)",
                "matches(vehicle.plate, \"(a+)+b\")",
                "get or else(vehicle.plate, 1)",
                "((((((((((((((((((((((((1))))))))))))))))))))))))"
            })
    void ruleThatCouldRunLongOrReachOutsideIsRefused(String rule) {
        copy.edit("rules.feel.json", "/validate/2", node -> node.put("check", rule));
        expectFinding("rules.feel.json", "cannot be used");
    }

    @Test
    void patternThatRunsAwayIsRefused() {
        copy.edit(
                "data.schema.json",
                "/properties/vehicle/properties/plate",
                node -> node.put("pattern", "^(A+)+$"));
        expectFinding("data.schema.json", "repeats a group");
    }

    @Test
    void schemaThatFetchesAnotherIsRefused() {
        copy.edit(
                "data.schema.json",
                "/properties/vehicle",
                node -> {
                    node.removeAll();
                    node.put("$ref", "http://127.0.0.1:1/schema.json");
                });
        assertFalse(copy.findings().isEmpty());
    }

    @Test
    void textThatGrowsFromRuleToRuleEndsAsNothing() {
        var sum = String.join(" + ", java.util.Collections.nCopies(100, "applicant.street"));
        copy.edit("rules.feel.json", "/computed", node -> node.put("applicant.streetName", sum));
        var definition =
                assertTimeoutPreemptively(
                        ofSeconds(20),
                        () -> {
                            copy.delete("tests/zones.json");
                            return House.load(copy.folder());
                        });
        var identity = java.util.Map.of("person.address.street", "Bismarckstraße ".repeat(100));
        var view =
                new Form(definition)
                        .view(
                                Answers.empty(),
                                new FormContext(java.time.LocalDate.of(2026, 11, 23), identity));
        assertFalse(view.values().containsKey("applicant.streetName"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>1</script>",
                "<img src=\"file:///etc/passwd\"/>",
                "<img src=\"{{vehicle.plate}}\" alt=\"x\"/>",
                "<img src=\"{{codeQr}}/../x\" alt=\"x\"/>",
                "<img src=\"{{codeQr}}\" alt=\"x\" onload=\"x()\"/>",
                "<img src=\"{{codeQr}}\" alt=\"x\" style=\"background: url(http://127.0.0.1/)\"/>",
                "<link rel=\"stylesheet\" href=\"http://127.0.0.1/\"/>",
                "<p style=\"background: url(http://127.0.0.1/)\">x</p>",
                "<p onclick=\"x()\">x</p>",
                "<style>@import 'http://127.0.0.1/';</style>"
            })
    void documentThatFetchesOrRunsIsRefused(String markup) {
        copy.replace("templates/permit.html", "</body>", markup + "</body>");
        expectFinding("templates/permit.html", "fetch or run");
    }

    @Test
    void documentTypeIsRefused() {
        copy.replace(
                "templates/permit.html",
                "<html xmlns",
                "<!DOCTYPE html [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><html xmlns");
        expectFinding("templates/permit.html", "not well-formed");
    }
}
