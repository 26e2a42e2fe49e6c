/** The device door: kiosks put filings, appointments and tickets here, with their certificate. */
@NullMarked
package de.buergerkiosk.central.device;

import org.jspecify.annotations.NullMarked;
