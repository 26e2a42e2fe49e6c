/** Carries filings from the kiosk's outbox to the centre, whatever the line does, and lets go of none before the centre's receipt verifies. */
@NullMarked
package de.buergerkiosk.courier;

import org.jspecify.annotations.NullMarked;
