package de.buergerkiosk.forms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A copy of a good service that a test can break. */
record ServiceCopy(Path folder) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static ServiceCopy of(String slug, Path temporary) {
        var from = House.service(slug);
        var to = temporary.resolve(slug);
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                var target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return new ServiceCopy(to);
    }

    ServiceCopy write(String file, String text) {
        try {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.writeString(folder.resolve(file), text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return this;
    }

    String read(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    ServiceCopy delete(String file) {
        try {
            Files.delete(folder.resolve(file));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return this;
    }

    /** Replaces text that has to be there. */
    ServiceCopy replace(String file, String old, String replacement) {
        var text = read(file);
        if (!text.contains(old)) {
            throw new AssertionError(file + " does not hold " + old);
        }
        return write(file, text.replace(old, replacement));
    }

    ServiceCopy edit(String file, String pointer, Consumer<ObjectNode> change) {
        var document = JSON.readTree(read(file));
        change.accept((ObjectNode) at(document, pointer));
        return write(file, document.toString());
    }

    ServiceCopy editList(String file, String pointer, Consumer<ArrayNode> change) {
        var document = JSON.readTree(read(file));
        change.accept((ArrayNode) at(document, pointer));
        return write(file, document.toString());
    }

    static JsonNode json(String json) {
        return JSON.readTree(json.replace('\'', '"'));
    }

    List<Finding> findings() {
        return ServiceCheck.of(folder).findings();
    }

    private static JsonNode at(JsonNode document, String pointer) {
        var node = document.at(pointer);
        if (node.isMissingNode()) {
            throw new AssertionError("nothing at " + pointer);
        }
        return node;
    }
}
