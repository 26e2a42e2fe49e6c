package de.buergerkiosk.journey.pay;

import de.buergerkiosk.forms.Localized;
import de.buergerkiosk.journey.Visit;
import de.buergerkiosk.journey.Visit.Settlement;
import de.buergerkiosk.ports.Fault;
import java.util.Optional;

/** What became of one order. */
sealed interface Takings {
    /** The money is there, and the proof durable. */
    record Settled(Settlement settlement) implements Takings {}

    /**
     * Nothing was paid, for certain.
     *
     * @param why as the citizen is told
     * @param code where something is out of order
     */
    record NotPaid(Localized why, Optional<String> code) implements Takings {}

    /**
     * Nobody knows.
     *
     * @param issue what the citizen has in hand all the same
     */
    record Unclear(Fault fault, Visit.Issue issue) implements Takings {}
}
