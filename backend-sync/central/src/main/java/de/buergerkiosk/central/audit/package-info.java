/** The audit trail: entries chained by hashes, so that a change in the past shows. */
@NullMarked
package de.buergerkiosk.central.audit;

import org.jspecify.annotations.NullMarked;
