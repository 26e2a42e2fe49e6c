/** Staff at the kiosk: who may in, how the devices are, and every fix led to its proof. */
@NullMarked
package de.buergerkiosk.care;

import org.jspecify.annotations.NullMarked;
