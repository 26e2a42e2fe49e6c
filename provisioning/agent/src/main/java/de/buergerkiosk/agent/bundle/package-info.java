/** The commands that make signed bundles, check them and show them. */
@NullMarked
package de.buergerkiosk.agent.bundle;

import org.jspecify.annotations.NullMarked;
