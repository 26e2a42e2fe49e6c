@NullMarked
package de.buergerkiosk.payment.zvt.transport;

import org.jspecify.annotations.NullMarked;
