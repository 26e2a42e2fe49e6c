/** Card and paper into the citizen's hands, a clean screen behind. */
@NullMarked
package de.buergerkiosk.journey.handover;

import org.jspecify.annotations.NullMarked;
