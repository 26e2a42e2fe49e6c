/** The desk door: people log in, list filings and open those of their office. */
@NullMarked
package de.buergerkiosk.central.desk;

import org.jspecify.annotations.NullMarked;
