/** What a kiosk is to be: layers of settings, the value that results, and where it comes from. */
@NullMarked
package de.buergerkiosk.central.settings;

import org.jspecify.annotations.NullMarked;
