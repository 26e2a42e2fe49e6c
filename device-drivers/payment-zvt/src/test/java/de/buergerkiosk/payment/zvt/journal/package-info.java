/** Tests of the package of the same name. */
@NullMarked
package de.buergerkiosk.payment.zvt.journal;

import org.jspecify.annotations.NullMarked;
