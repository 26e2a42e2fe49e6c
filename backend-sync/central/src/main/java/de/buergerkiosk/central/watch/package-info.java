/** Watches the kiosks: what they report, and what of it somebody has to look at. */
@NullMarked
package de.buergerkiosk.central.watch;

import org.jspecify.annotations.NullMarked;
