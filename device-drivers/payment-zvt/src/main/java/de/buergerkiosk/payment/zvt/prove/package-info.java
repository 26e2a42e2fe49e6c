/** The payment proof: thousands of payments through faults of line, terminal and kiosk, journal and terminal ledger compared after each. */
@NullMarked
package de.buergerkiosk.payment.zvt.prove;

import org.jspecify.annotations.NullMarked;
