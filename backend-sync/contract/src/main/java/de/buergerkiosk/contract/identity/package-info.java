/** An identification as kiosk and centre see it: the wish, the offer, and the identity that only the visit can open. */
@NullMarked
package de.buergerkiosk.contract.identity;

import org.jspecify.annotations.NullMarked;
