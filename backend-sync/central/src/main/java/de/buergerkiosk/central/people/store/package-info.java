/** Keeps the people of the desk in the database. */
@NullMarked
package de.buergerkiosk.central.people.store;

import org.jspecify.annotations.NullMarked;
