/** Appointments and waiting numbers as kiosk and centre tell each other of them. */
@NullMarked
package de.buergerkiosk.contract.appointment;

import org.jspecify.annotations.NullMarked;
