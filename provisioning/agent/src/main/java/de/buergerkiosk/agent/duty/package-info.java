/** The kiosk's side of the fleet while it runs: asks what it is to be, says how it is, renews its certificate. */
@NullMarked
package de.buergerkiosk.agent.duty;

import org.jspecify.annotations.NullMarked;
