package de.buergerkiosk.forms;

import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON of strangers: no key twice, no trailing text, bounded depth and lengths. */
final class StrictJson {
    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(24)
                                                    .maxStringLength(20_000)
                                                    .maxNameLength(200)
                                                    .maxNumberLength(30)
                                                    .maxDocumentLength(2_000_000)
                                                    .build())
                                    .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build();

    /** Jackson's hint at where the part began; it names no place, for it does not keep the text. */
    private static final Pattern OTHER_PLACE =
            Pattern.compile(" \\([^()]*\\[Source: .*\\]\\)", Pattern.DOTALL);

    private StrictJson() {}

    sealed interface Reading {}

    record Parsed(JsonNode node) implements Reading {}

    /**
     * @param place line and column
     * @param message what the parser stumbled over; it may quote the text
     */
    record Damaged(String place, String message) implements Reading {}

    static Reading parse(String text) {
        try {
            var node = MAPPER.readTree(text);
            return node == null || node.isMissingNode()
                    ? new Damaged("line 1, column 1", "the text is empty")
                    : new Parsed(node);
        } catch (JacksonException broken) {
            var at = broken.getLocation();
            var place =
                    at == null
                            ? "line 1, column 1"
                            : "line " + at.getLineNr() + ", column " + at.getColumnNr();
            return new Damaged(
                    place, OTHER_PLACE.matcher(broken.getOriginalMessage()).replaceAll(""));
        }
    }
}
