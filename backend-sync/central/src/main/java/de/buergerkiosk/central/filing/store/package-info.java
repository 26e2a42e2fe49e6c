/** Keeps filings and the payment ledger in the database. */
@NullMarked
package de.buergerkiosk.central.filing.store;

import org.jspecify.annotations.NullMarked;
