/** Codes that people read from paper and type: their symbols, and the one that shows a slip. */
@NullMarked
package de.buergerkiosk.contract.code;

import org.jspecify.annotations.NullMarked;
