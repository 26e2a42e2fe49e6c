/** The second window of the demonstration: the simulated devices, and the hands that work them. */
@NullMarked
package de.buergerkiosk.demo.window;

import org.jspecify.annotations.NullMarked;
