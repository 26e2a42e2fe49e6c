/** Reads JSON documents strictly and writes them in one canonical form, so that a hash means the same everywhere. */
@NullMarked
package de.buergerkiosk.contract.json;

import org.jspecify.annotations.NullMarked;
