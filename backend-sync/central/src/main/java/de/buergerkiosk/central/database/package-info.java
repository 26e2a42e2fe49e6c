/** Brings up the centre's own PostgreSQL: unpacked, made once, hardened, run without privileges, stopped cleanly. */
@NullMarked
package de.buergerkiosk.central.database;

import org.jspecify.annotations.NullMarked;
