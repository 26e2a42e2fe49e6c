package de.buergerkiosk.eid.simulated.paos;

import de.buergerkiosk.eid.simulated.eac.Malformed;
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
 * An element of an XML document, by local names: no document types, no entities from outside, and
 * never more than a message needs.
 *
 * @param type value of {@code xsi:type} without its prefix, or empty
 * @param text the characters directly in it
 */
public record Xml(String name, String type, List<Xml> children, String text) {
    private static final int CHARACTERS_MAX = 1024 * 1024;
    private static final int DEPTH_MAX = 24;
    private static final int ELEMENTS_MAX = 4000;
    private static final String SCHEMA_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";

    public Xml {
        children = List.copyOf(children);
    }

    private static final class Open {
        private final String name;
        private final String type;
        private final List<Xml> children = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();

        Open(String name, String type) {
            this.name = name;
            this.type = type;
        }

        Xml closed() {
            return new Xml(name, type, children, text.toString().strip());
        }
    }

    public static Xml parse(String document) throws Malformed {
        if (document.length() > CHARACTERS_MAX) {
            throw new Malformed("an XML document of " + document.length() + " characters");
        }
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            return read(factory.createXMLStreamReader(new StringReader(document)));
        } catch (XMLStreamException e) {
            throw new Malformed("not an XML document");
        }
    }

    private static Xml read(XMLStreamReader reader) throws XMLStreamException, Malformed {
        Deque<Open> open = new ArrayDeque<>();
        Optional<Xml> root = Optional.empty();
        int elements = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++elements > ELEMENTS_MAX || open.size() >= DEPTH_MAX) {
                        throw new Malformed("an XML document with too many elements");
                    }
                    open.push(new Open(reader.getLocalName(), type(reader)));
                }
                case XMLStreamConstants.CHARACTERS -> {
                    if (!open.isEmpty()) {
                        open.peek().text.append(reader.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    Xml closed = open.pop().closed();
                    if (open.isEmpty()) {
                        root = Optional.of(closed);
                    } else {
                        open.peek().children.add(closed);
                    }
                }
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new Malformed("an XML document with a document type");
                default -> {
                    // comments and the like say nothing
                }
            }
        }
        return root.orElseThrow(() -> new Malformed("an empty XML document"));
    }

    private static String type(XMLStreamReader reader) {
        String type = reader.getAttributeValue(SCHEMA_INSTANCE, "type");
        return type == null ? "" : type.substring(type.indexOf(':') + 1);
    }

    /** The first child of that name. */
    public Optional<Xml> child(String wanted) {
        return children.stream().filter(each -> each.name.equals(wanted)).findFirst();
    }

    public Xml need(String wanted) throws Malformed {
        return child(wanted).orElseThrow(() -> new Malformed(wanted + " is missing in " + name));
    }

    public List<Xml> all(String wanted) {
        return children.stream().filter(each -> each.name.equals(wanted)).toList();
    }

    public static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Without the text: it may be personal. */
    @Override
    public String toString() {
        return "<" + name + ">";
    }
}
