/** Shows technicians what went over a ZVT wire: APDUs and serial frames as JSON or as a table, without card data. */
@NullMarked
package de.buergerkiosk.payment.zvt.decode;

import org.jspecify.annotations.NullMarked;
