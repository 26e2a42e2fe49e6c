/** A payment terminal without the metal: speaks ZVT/TCP, books by the rules of the specification and keeps its own ledger. */
@NullMarked
package de.buergerkiosk.payment.zvt.simulated;

import org.jspecify.annotations.NullMarked;
