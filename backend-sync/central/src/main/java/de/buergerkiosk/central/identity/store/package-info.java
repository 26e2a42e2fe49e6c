/** Keeps the portal's accounts in the database. */
@NullMarked
package de.buergerkiosk.central.identity.store;

import org.jspecify.annotations.NullMarked;
