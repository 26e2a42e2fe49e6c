/** Takes filings in exactly once, each with its payment and its signed receipt. */
@NullMarked
package de.buergerkiosk.central.filing;

import org.jspecify.annotations.NullMarked;
