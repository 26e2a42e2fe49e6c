package de.buergerkiosk.forms;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Everything that is checked before a service is released: its folder, and its own test cases.
 *
 * @param service id of the service, or the name of the folder when it could not be read
 * @param version empty when it could not be read
 */
public record ServiceCheck(
        String service, String version, List<Finding> findings, int passed, int failed) {
    public ServiceCheck {
        findings = List.copyOf(findings);
    }

    /** Whether the service may be released. */
    public boolean isValid() {
        return findings.isEmpty();
    }

    /** Checks the folder and runs its test cases. */
    public static ServiceCheck of(Path folder) {
        return switch (ServiceFolder.load(folder)) {
            case ServiceFolder.Broken(var findings) ->
                    new ServiceCheck(name(folder), "", findings, 0, 0);
            case ServiceFolder.Loaded(var definition) -> of(definition);
        };
    }

    private static ServiceCheck of(ServiceDefinition definition) {
        var form = new Form(definition);
        var findings = new ArrayList<Finding>();
        var failed = 0;
        for (var test : definition.plan().parts().cases()) {
            var found = new CaseRun(form, test).run();
            findings.addAll(found);
            failed += found.isEmpty() ? 0 : 1;
        }
        var passed = definition.plan().parts().cases().size() - failed;
        return new ServiceCheck(definition.id(), definition.version(), findings, passed, failed);
    }

    /** The result as the command prints it. */
    public ObjectNode json() {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("service", service);
        json.put("version", version);
        json.put("valid", isValid());
        var list = json.putArray("findings");
        for (var finding : findings) {
            list.add(node(finding));
        }
        json.putObject("tests").put("passed", passed).put("failed", failed);
        return json;
    }

    private static JsonNode node(Finding finding) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("file", finding.file())
                .put("place", finding.place())
                .put("message", finding.message())
                .put("cure", finding.cure());
    }

    private static String name(Path folder) {
        var name = folder.toAbsolutePath().normalize().getFileName();
        return name == null ? "" : name.toString();
    }
}
