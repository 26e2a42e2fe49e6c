/** Keeps heartbeats, reports and incidents in the database. */
@NullMarked
package de.buergerkiosk.central.watch.store;

import org.jspecify.annotations.NullMarked;
