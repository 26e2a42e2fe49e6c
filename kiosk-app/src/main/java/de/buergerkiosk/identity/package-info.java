/** Gets sessions and identities from the centre: the kiosk's end of the eService. */
@NullMarked
package de.buergerkiosk.identity;

import org.jspecify.annotations.NullMarked;
