/** Keeps the audit trail in the database. */
@NullMarked
package de.buergerkiosk.central.audit.store;

import org.jspecify.annotations.NullMarked;
