/** From a filed form to settled money, and what is left of it after a power cut. */
@NullMarked
package de.buergerkiosk.journey.pay;

import org.jspecify.annotations.NullMarked;
