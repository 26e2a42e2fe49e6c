/** The centre's signed receipt: made by the centre, verified by the kiosk before it forgets anything. */
@NullMarked
package de.buergerkiosk.contract.receipt;

import org.jspecify.annotations.NullMarked;
