/** Makes and keeps the city's keys and certificates, and the kit of each kiosk. */
@NullMarked
package de.buergerkiosk.central.trust;

import org.jspecify.annotations.NullMarked;
