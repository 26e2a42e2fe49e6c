/** Keeps kiosks, enrolment codes and certificates in the database. */
@NullMarked
package de.buergerkiosk.central.fleet.store;

import org.jspecify.annotations.NullMarked;
