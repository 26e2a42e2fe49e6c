package de.buergerkiosk.eid.simulated;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;

/** The cards that exist in the simulation, in the order of their file. */
public final class ExampleCards {
    /** A drawer with more cards than this is a mistake. */
    static final int CARDS_MAX = 200;

    private final SequencedMap<String, SimulatedCard> byName;

    public ExampleCards(List<SimulatedCard> cards) {
        var named = new LinkedHashMap<String, SimulatedCard>();
        for (SimulatedCard card : cards) {
            if (!card.name().matches("[a-z][a-z0-9-]{0,30}")) {
                throw new IllegalArgumentException(
                        "a card's name has lower-case letters, digits and hyphens: " + card.name());
            }
            if (named.put(card.name(), card) != null) {
                throw new IllegalArgumentException("two cards named " + card.name());
            }
        }
        if (named.isEmpty() || named.size() > CARDS_MAX) {
            throw new IllegalArgumentException("1 to " + CARDS_MAX + " cards, not " + named.size());
        }
        this.byName = Collections.unmodifiableSequencedMap(named);
    }

    /** The example persons that ship with the product, PIN 123456 and CAN 500540. */
    public static ExampleCards shipped() {
        try (InputStream persons = ExampleCards.class.getResourceAsStream("persons.json")) {
            return PersonsFile.parse(Objects.requireNonNull(persons).readAllBytes());
        } catch (IOException e) {
            throw new IllegalStateException("persons.json cannot be read from the product", e);
        }
    }

    /**
     * A city's own example persons, in the format of the shipped {@code persons.json}.
     *
     * @throws IllegalArgumentException with the place of what is wrong
     */
    public static ExampleCards read(Path file) throws IOException {
        return PersonsFile.parse(Files.readAllBytes(file));
    }

    public Collection<SimulatedCard> all() {
        return byName.values();
    }

    public Map<String, SimulatedCard> byName() {
        return byName;
    }

    public Optional<SimulatedCard> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
