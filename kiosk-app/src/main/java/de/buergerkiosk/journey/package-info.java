/** A visit from welcome to farewell: its stages, the order of them, and what is remembered. */
@NullMarked
package de.buergerkiosk.journey;

import org.jspecify.annotations.NullMarked;
