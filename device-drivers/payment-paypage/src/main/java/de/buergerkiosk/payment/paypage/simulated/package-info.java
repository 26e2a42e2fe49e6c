/** A payment provider without a bank: strict about what it is asked, with a page to pay on, faults on demand and books of its own. */
@NullMarked
package de.buergerkiosk.payment.paypage.simulated;

import org.jspecify.annotations.NullMarked;
