/** Bundles at a kiosk: staged, tried, confirmed, or given up for the last good one, whatever the power does. */
@NullMarked
package de.buergerkiosk.agent.apply;

import org.jspecify.annotations.NullMarked;
