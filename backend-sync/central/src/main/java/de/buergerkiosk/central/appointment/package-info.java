/** Appointments and waiting numbers: what is offered, who holds it, and no place or number twice. */
@NullMarked
package de.buergerkiosk.central.appointment;

import org.jspecify.annotations.NullMarked;
