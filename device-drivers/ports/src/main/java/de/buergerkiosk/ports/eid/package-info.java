/** Online identification as the kiosk sees it: the client that talks to the card, and the service that delivers the identity. */
@NullMarked
package de.buergerkiosk.ports.eid;

import org.jspecify.annotations.NullMarked;
