package de.buergerkiosk.forms;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Reads a folder that describes one municipal service. */
public final class ServiceFolder {
    private static final Map<String, Shape> SHAPES =
            Map.of(
                    ServiceReader.FILE,
                    Shape.SERVICE,
                    DataSchema.FILE,
                    Shape.DATA,
                    PagesReader.FILE,
                    Shape.PAGES,
                    Rules.FILE,
                    Shape.RULES,
                    FeeTable.FILE,
                    Shape.FEES,
                    "map/prefill.json",
                    Shape.PREFILL,
                    "templates/receipt.json",
                    Shape.RECEIPT);

    private static final List<String> NEEDED =
            List.of(ServiceReader.FILE, DataSchema.FILE, PagesReader.FILE, Texts.file("de"));

    private ServiceFolder() {}

    /** What came of it. */
    public sealed interface Loading {}

    /** The folder is complete and without findings. */
    public record Loaded(ServiceDefinition definition) implements Loading {}

    /** The folder cannot be used; there is at least one finding. */
    public record Broken(List<Finding> findings) implements Loading {
        public Broken {
            findings = List.copyOf(findings);
        }
    }

    /**
     * Reads and checks every file; never throws for what the folder holds. The service's own test
     * cases are read, but run by {@link ServiceCheck} only.
     */
    public static Loading load(Path folder) {
        var findings = new Findings();
        var files = FolderFiles.read(folder, findings);
        var documents = documents(files, findings);
        NEEDED.stream()
                .filter(name -> !files.textByName().containsKey(name))
                .filter(name -> findings.all().stream().noneMatch(f -> f.file().equals(name)))
                .forEach(name ->
                        findings.add(
                                name,
                                "",
                                "the file is missing",
                                "Add it; see the README of services."));
        if (!findings.isEmpty()) {
            return new Broken(findings.all());
        }
        var definition = read(files, documents, findings);
        checkName(folder, definition, findings);
        return findings.isEmpty() ? new Loaded(definition) : new Broken(findings.all());
    }

    private static Map<String, JsonNode> documents(FolderFiles files, Findings findings) {
        var documents = new TreeMap<String, JsonNode>();
        files.textByName()
                .forEach((name, text) -> {
                    if (name.endsWith(".json")) {
                        switch (StrictJson.parse(text)) {
                            case StrictJson.Parsed(var node) -> {
                                shape(name).check(name, node, findings);
                                documents.put(name, node);
                            }
                            case StrictJson.Damaged(var place, var message) ->
                                    findings.add(
                                            name,
                                            place,
                                            "not JSON: " + message,
                                            "Correct the syntax.");
                        }
                    }
                });
        return documents;
    }

    private static Shape shape(String name) {
        var shape = SHAPES.get(name);
        if (shape != null) {
            return shape;
        }
        return switch (name.substring(0, name.indexOf('/') + 1)) {
            case "texts/" -> Shape.TEXTS;
            case "tables/" -> Shape.TABLE;
            default -> Shape.TESTS;
        };
    }

    private static ServiceDefinition read(
            FolderFiles files, Map<String, JsonNode> documents, Findings findings) {
        var schema = DataSchema.of(documents.getOrDefault(DataSchema.FILE, none()), findings);
        var source = new Source(documents, schema, texts(documents, findings), findings);
        var tableReader = new TableReader(source);
        var tables = tableReader.tables();
        var pagesReader = new PagesReader(source, tables);
        var rulesReader = new RulesReader(source, tables);
        var fees = tableReader.fees();
        var service = new ServiceReader(source, fees);
        var parts =
                new FormPlan.Parts(
                        schema,
                        rulesReader.withConditions(pagesReader.pages()),
                        pagesReader.summary(),
                        service.prefill(),
                        rulesReader.rules(),
                        fees,
                        service.wordings(),
                        CaseReader.cases(source));
        var plan = new FormPlan(parts, new PlanOrder(parts, findings).order());
        var templates = new TemplatesReader(source, files.textByName());
        var definition = service.definition(plan, templates.document(), templates.paper());
        source.texts().reportUnused();
        new PlanCheck(source, definition, tables).run();
        return definition;
    }

    private static Texts texts(Map<String, JsonNode> documents, Findings findings) {
        var byLanguage = new HashMap<String, Map<String, String>>();
        var service = documents.getOrDefault(ServiceReader.FILE, none());
        var languages = new ArrayList<String>();
        service.path("languages").forEach(language -> languages.add(language.asString()));
        for (var language : languages) {
            var document = documents.get(Texts.file(language));
            if (document == null) {
                findings.add(
                        Texts.file(language),
                        "",
                        "the file is missing; the service names the language " + language,
                        "Add the file, or remove the language from " + ServiceReader.FILE + ".");
            } else {
                byLanguage.put(language, Source.strings(document));
            }
            if (!EngineTexts.LANGUAGES.contains(language)) {
                findings.add(
                        ServiceReader.FILE,
                        "/languages/" + languages.indexOf(language),
                        "the engine has no texts in \"" + language + "\"",
                        "Use " + EngineTexts.LANGUAGES.stream().sorted().toList() + ".");
            }
        }
        documents.keySet().stream()
                .filter(name -> name.startsWith("texts/"))
                .filter(name -> languages.stream().map(Texts::file).noneMatch(name::equals))
                .forEach(name ->
                        findings.add(
                                name,
                                "",
                                "the service does not name this language",
                                "Add it to languages in "
                                        + ServiceReader.FILE
                                        + ", or remove the file."));
        return new Texts(byLanguage, findings);
    }

    private static JsonNode none() {
        return tools.jackson.databind.node.JsonNodeFactory.instance.objectNode();
    }

    private static void checkName(Path folder, ServiceDefinition definition, Findings findings) {
        var name = folder.toAbsolutePath().normalize().getFileName();
        if (name != null && !name.toString().equals(definition.id())) {
            findings.add(
                    ServiceReader.FILE,
                    "/id",
                    "the id \"" + definition.id() + "\" is not the name of its folder",
                    "Name both the same.");
        }
    }
}
