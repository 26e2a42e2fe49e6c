package de.buergerkiosk.forms;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;
import tools.jackson.databind.JsonNode;

/** Reads what a service prints: lines on the receipt and a document. */
record TemplatesReader(Source source, Map<String, String> texts) {
    private static final String RECEIPT = "templates/receipt.json";
    private static final String DOCUMENT = "templates/permit.html";

    /** Whatever would make a renderer fetch or run something. */
    private static final Set<String> FORBIDDEN_ELEMENTS =
            Set.of(
                    "script", "iframe", "object", "embed", "link", "base", "form", "input", "img",
                    "image");

    /** The one picture a document may have: the kiosk draws it itself, nothing is fetched. */
    private static final String CODE_PICTURE = "{{codeQr}}";

    private static final Set<String> FORBIDDEN_ATTRIBUTES =
            Set.of("src", "href", "xlink:href", "background", "data", "action");
    private static final Pattern FETCHES =
            Pattern.compile("url\\s*\\(|@import|expression\\s*\\(", Pattern.CASE_INSENSITIVE);

    List<PaperLine> paper() {
        var lines = new ArrayList<PaperLine>();
        source.document(RECEIPT)
                .ifPresent(document -> {
                    for (var i = 0; i < document.path("lines").size(); i++) {
                        lines.add(line(document.path("lines").path(i), "/lines/" + i));
                    }
                });
        return lines;
    }

    Optional<DocumentTemplate> document() {
        var xhtml = texts.get(DOCUMENT);
        if (xhtml == null) {
            return Optional.empty();
        }
        checkMarkup(xhtml);
        var template = new DocumentTemplate(xhtml);
        checkPlaceholders(DOCUMENT, "", template.placeholders());
        return Optional.of(template);
    }

    private PaperLine line(JsonNode node, String place) {
        return switch (node.path("type").asString()) {
            case "title" -> new PaperLine.Title(text(node, place, "text"));
            case "text" ->
                    new PaperLine.Text(
                            text(node, place, "text"),
                            PaperLine.Style.valueOf(node.path("style").asString("NORMAL")));
            case "pair" ->
                    new PaperLine.Pair(text(node, place, "label"), template(node, place, "value"));
            case "qr" ->
                    new PaperLine.Qr(
                            template(node, place, "content"), text(node, place, "caption"));
            default -> new PaperLine.Rule();
        };
    }

    private Localized text(JsonNode node, String place, String key) {
        return source.texts()
                .get(node.path(key).asString(), RECEIPT + " " + place + "/" + key, known());
    }

    private Localized template(JsonNode node, String place, String key) {
        var template = node.path(key).asString();
        checkPlaceholders(RECEIPT, place + "/" + key, Placeholders.SINGLE.names(template));
        return Localized.same(template);
    }

    private Set<String> known() {
        var known = new HashSet<>(source.schema().fields().keySet());
        known.addAll(Placeholders.OF_THE_KIOSK);
        return known;
    }

    private void checkPlaceholders(String file, String place, Set<String> names) {
        var known = known();
        names.stream()
                .filter(name -> !known.contains(name))
                .forEach(name ->
                        source.findings()
                                .add(
                                        file,
                                        place,
                                        "the placeholder \"" + name + "\" is unknown",
                                        "Use the path of a field or one of "
                                                + Placeholders.OF_THE_KIOSK.stream()
                                                        .sorted()
                                                        .toList()
                                                + "."));
    }

    private void checkMarkup(String xhtml) {
        try {
            var factory = SAXParserFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.newSAXParser().parse(new InputSource(new StringReader(xhtml)), new Markup());
        } catch (SAXParseException broken) {
            source.findings()
                    .add(
                            DOCUMENT,
                            "line " + broken.getLineNumber(),
                            "not well-formed XHTML: " + broken.getMessage(),
                            "Correct the markup; a document type is not allowed.");
        } catch (SAXException | ParserConfigurationException | IOException broken) {
            throw new IllegalStateException("the JDK's XML parser cannot be used", broken);
        }
    }

    /** Looks for elements and attributes that reach outside. */
    private final class Markup extends DefaultHandler {
        @Override
        public void startElement(String uri, String local, String name, Attributes attributes) {
            var code = name.equals("img") && CODE_PICTURE.equals(attributes.getValue("src"));
            if (!code && FORBIDDEN_ELEMENTS.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                forbid("<" + name + ">");
            }
            for (var i = 0; i < attributes.getLength(); i++) {
                var attribute = attributes.getQName(i).toLowerCase(java.util.Locale.ROOT);
                if (code && attribute.equals("src")) {
                    continue;
                }
                if (FORBIDDEN_ATTRIBUTES.contains(attribute) || attribute.startsWith("on")) {
                    forbid(name + "/@" + attribute);
                }
                if (FETCHES.matcher(attributes.getValue(i)).find()) {
                    forbid(name + "/@" + attribute);
                }
            }
        }

        @Override
        public void characters(char[] characters, int start, int length) {
            if (FETCHES.matcher(new String(characters, start, length)).find()) {
                forbid("style that fetches");
            }
        }

        @Override
        public void fatalError(SAXParseException broken) throws SAXException {
            throw broken;
        }

        private void forbid(String what) {
            source.findings()
                    .add(
                            DOCUMENT,
                            what,
                            "a document must not fetch or run anything",
                            "Remove it; only text and style within the file are allowed.");
        }
    }
}
