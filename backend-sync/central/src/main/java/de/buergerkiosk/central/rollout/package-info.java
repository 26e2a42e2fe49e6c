/** Releases: from layers to signed bundles, to some kiosks first, then to all, and back again. */
@NullMarked
package de.buergerkiosk.central.rollout;

import org.jspecify.annotations.NullMarked;
