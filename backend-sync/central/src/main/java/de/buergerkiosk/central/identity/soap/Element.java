package de.buergerkiosk.central.identity.soap;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An element of an answer, by local names: no document types, no entities, bounded in depth and
 * number.
 *
 * @param text the characters directly in it, with their blanks
 */
record Element(String name, List<Element> children, String text) {
    private static final int DEPTH_MAX = 16;
    private static final int ELEMENTS_MAX = 1000;

    Element {
        children = List.copyOf(children);
    }

    private static final class Builder {
        private final String name;
        private final List<Element> children = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();

        Builder(String name) {
            this.name = name;
        }
    }

    static Element parse(String document) throws NotTheGuideline {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            return read(factory.createXMLStreamReader(new StringReader(document)));
        } catch (XMLStreamException e) {
            // without the cause: it quotes the document
            throw new NotTheGuideline("the answer is not XML");
        }
    }

    private static Element read(XMLStreamReader reader) throws XMLStreamException, NotTheGuideline {
        Deque<Builder> open = new ArrayDeque<>();
        Optional<Element> root = Optional.empty();
        int elements = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    elements++;
                    if (elements > ELEMENTS_MAX || open.size() >= DEPTH_MAX) {
                        throw new NotTheGuideline("the answer has too many elements");
                    }
                    open.push(new Builder(reader.getLocalName()));
                }
                case XMLStreamConstants.CHARACTERS -> {
                    if (!open.isEmpty()) {
                        open.peek().text.append(reader.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    var done = open.pop();
                    var element = new Element(done.name, done.children, done.text.toString());
                    if (open.isEmpty()) {
                        root = Optional.of(element);
                    } else {
                        open.peek().children.add(element);
                    }
                }
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new NotTheGuideline("the answer has a document type");
                default -> {
                    // comments and the like say nothing
                }
            }
        }
        return root.orElseThrow(() -> new NotTheGuideline("the answer is empty"));
    }

    Optional<Element> child(String wanted) {
        return children.stream().filter(each -> each.name.equals(wanted)).findFirst();
    }

    Element need(String wanted) throws NotTheGuideline {
        return child(wanted)
                .orElseThrow(() -> new NotTheGuideline(wanted + " is missing in " + name));
    }

    /** The text without blanks around it; empty where there is none. */
    Optional<String> word(String wanted) {
        return child(wanted).map(each -> each.text.strip()).filter(each -> !each.isEmpty());
    }

    String needWord(String wanted) throws NotTheGuideline {
        return word(wanted)
                .orElseThrow(() -> new NotTheGuideline(wanted + " is missing in " + name));
    }

    /** Without the text: it may be personal. */
    @Override
    public String toString() {
        return "<" + name + ">";
    }
}
