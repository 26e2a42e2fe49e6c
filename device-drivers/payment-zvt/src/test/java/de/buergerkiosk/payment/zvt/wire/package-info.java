/** Tests of the package of the same name. */
@NullMarked
package de.buergerkiosk.payment.zvt.wire;

import org.jspecify.annotations.NullMarked;
