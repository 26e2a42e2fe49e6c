/** The console: pages on which admins and technicians look after the kiosks of the city. */
@NullMarked
package de.buergerkiosk.central.console;

import org.jspecify.annotations.NullMarked;
