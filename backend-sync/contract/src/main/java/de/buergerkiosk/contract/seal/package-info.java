/** Seals a filing's content to the office in charge and opens it there; nobody in between can read it. */
@NullMarked
package de.buergerkiosk.contract.seal;

import org.jspecify.annotations.NullMarked;
