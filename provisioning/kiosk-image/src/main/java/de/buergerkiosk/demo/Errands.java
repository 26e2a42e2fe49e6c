package de.buergerkiosk.demo;

import de.buergerkiosk.forms.Answers;
import de.buergerkiosk.forms.Form;
import de.buergerkiosk.forms.FormContext;
import de.buergerkiosk.forms.ServiceDefinition;
import de.buergerkiosk.forms.ServiceFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the demonstration's citizen enters: the first of the service's own test cases that is
 * complete on that day. So a new service has a demonstration without a line of Java.
 */
public final class Errands {
    /** The simulated card of the demonstration's citizen. */
    public static final String CARD = "erika";

    public static final String PIN = "123456";

    private Errands() {}

    /** The service cannot be demonstrated; the message says why. */
    public static final class NoErrand extends Exception {
        private static final long serialVersionUID = 1;

        NoErrand(String message) {
            super(message);
        }
    }

    /** Names of the services that are there. */
    public static List<String> services(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory)
                    .map(entry -> entry.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    public static Map<String, String> of(Path services, String service, LocalDate today)
            throws IOException, NoErrand {
        var folder = services.resolve(service);
        var definition =
                switch (ServiceFolder.load(folder)) {
                    case ServiceFolder.Loaded(var loaded) -> loaded;
                    case ServiceFolder.Broken(var findings) ->
                            throw new NoErrand(
                                    service + " is broken: " + findings.getFirst().message());
                };
        for (var tests : testFiles(folder)) {
            for (var testCase :
                    JsonMapper.shared().readTree(Files.readString(tests)).path("cases")) {
                var errand = complete(definition, testCase, today);
                if (errand.isPresent()) {
                    return errand.get();
                }
            }
        }
        throw new NoErrand(service + ": no test case is complete on " + today);
    }

    private static Optional<Map<String, String>> complete(
            ServiceDefinition definition, JsonNode testCase, LocalDate today) {
        var answers = texts(testCase.path("answers"));
        if (answers.isEmpty()) {
            return Optional.empty();
        }
        var view =
                new Form(definition)
                        .view(
                                new Answers(new TreeMap<>(answers)),
                                new FormContext(today, texts(testCase.path("identity"))));
        return view.problems().isEmpty() ? Optional.of(answers) : Optional.empty();
    }

    private static Map<String, String> texts(JsonNode object) {
        var texts = new LinkedHashMap<String, String>();
        object.properties().forEach(e -> texts.put(e.getKey(), e.getValue().asString()));
        return texts;
    }

    private static List<Path> testFiles(Path folder) throws IOException {
        var files = new ArrayList<Path>();
        try (var entries = Files.list(folder.resolve("tests"))) {
            entries.filter(file -> file.toString().endsWith(".json")).sorted().forEach(files::add);
        }
        return files;
    }
}
