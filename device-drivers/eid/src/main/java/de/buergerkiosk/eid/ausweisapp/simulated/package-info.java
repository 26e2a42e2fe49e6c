/** An AusweisApp without card and server: speaks its SDK protocol strictly, and misbehaves on request. */
@NullMarked
package de.buergerkiosk.eid.ausweisapp.simulated;

import org.jspecify.annotations.NullMarked;
