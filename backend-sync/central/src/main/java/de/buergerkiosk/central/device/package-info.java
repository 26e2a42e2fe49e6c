/** The device door: kiosks put their filings here, with their certificate. */
@NullMarked
package de.buergerkiosk.central.device;

import org.jspecify.annotations.NullMarked;
