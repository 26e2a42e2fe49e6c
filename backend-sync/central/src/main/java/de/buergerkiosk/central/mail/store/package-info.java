/** Keeps how far each mail is in the database. */
@NullMarked
package de.buergerkiosk.central.mail.store;

import org.jspecify.annotations.NullMarked;
