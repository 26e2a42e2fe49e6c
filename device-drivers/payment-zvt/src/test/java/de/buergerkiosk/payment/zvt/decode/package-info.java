@NullMarked
package de.buergerkiosk.payment.zvt.decode;

import org.jspecify.annotations.NullMarked;
