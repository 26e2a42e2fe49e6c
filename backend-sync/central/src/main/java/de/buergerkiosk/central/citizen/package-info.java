/** The citizens' door: what an eID client or a citizen's browser fetches, without a certificate. */
@NullMarked
package de.buergerkiosk.central.citizen;

import org.jspecify.annotations.NullMarked;
