/** The composition root of the kiosk, its settings and its commands: the only place that names drivers. */
@NullMarked
package de.buergerkiosk.main;

import org.jspecify.annotations.NullMarked;
