/** Appointments, check-in and waiting numbers: from the wish to the slip, with the line or without. */
@NullMarked
package de.buergerkiosk.journey.appointment;

import org.jspecify.annotations.NullMarked;
