/** The launcher: finds the commands of every module and runs one. */
@NullMarked
package de.buergerkiosk.launch;

import org.jspecify.annotations.NullMarked;
