/** Files of a kiosk that a power cut must leave whole. */
@NullMarked
package de.buergerkiosk.agent;

import org.jspecify.annotations.NullMarked;
