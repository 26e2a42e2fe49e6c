/** Our own eID client for the simulation: checks the server, speaks PACE, terminal and chip authentication with the card, carries commands. */
@NullMarked
package de.buergerkiosk.eid.simulated.client;

import org.jspecify.annotations.NullMarked;
