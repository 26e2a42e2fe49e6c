/** Keeps every change of every layer in the database. */
@NullMarked
package de.buergerkiosk.central.settings.store;

import org.jspecify.annotations.NullMarked;
