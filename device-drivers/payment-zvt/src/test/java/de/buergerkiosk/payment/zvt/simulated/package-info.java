/** Tests of the package of the same name. */
@NullMarked
package de.buergerkiosk.payment.zvt.simulated;

import org.jspecify.annotations.NullMarked;
