/** The test eID server: hands out TCTokens, authenticates terminal and chip, reads the card and keeps the identity until it is fetched once. */
@NullMarked
package de.buergerkiosk.eid.simulated.server;

import org.jspecify.annotations.NullMarked;
