/** The offices of the city and what people call them and their services. */
@NullMarked
package de.buergerkiosk.central.offices;

import org.jspecify.annotations.NullMarked;
