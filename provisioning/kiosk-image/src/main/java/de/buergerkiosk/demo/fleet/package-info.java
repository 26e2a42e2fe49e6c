/** Kiosks without machines: they enrol, beat and take bundles as real ones do, so that a desk has a fleet to look at. */
@NullMarked
package de.buergerkiosk.demo.fleet;

import org.jspecify.annotations.NullMarked;
