/** A payment journal in one file: each line durable before it counts, a torn last one taken away, any other damage named. */
@NullMarked
package de.buergerkiosk.payment.zvt.journal;

import org.jspecify.annotations.NullMarked;
