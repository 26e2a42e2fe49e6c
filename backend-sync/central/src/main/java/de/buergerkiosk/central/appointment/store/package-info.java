/** Keeps appointments, places, waiting numbers and the mails that they cause in the database. */
@NullMarked
package de.buergerkiosk.central.appointment.store;

import org.jspecify.annotations.NullMarked;
