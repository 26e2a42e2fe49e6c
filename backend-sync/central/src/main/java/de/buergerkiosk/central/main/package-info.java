/** Puts the centre together and starts it: settings, database, keys, doors, the command. */
@NullMarked
package de.buergerkiosk.central.main;

import org.jspecify.annotations.NullMarked;
