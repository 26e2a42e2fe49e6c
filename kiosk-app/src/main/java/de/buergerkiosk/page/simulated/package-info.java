/** A citizen without a screen: answers pages by a script, for tests and proofs. */
@NullMarked
package de.buergerkiosk.page.simulated;

import org.jspecify.annotations.NullMarked;
