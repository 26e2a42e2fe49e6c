/** Signed bundles: what the city wants a kiosk to be, in one file that nobody can alter, replay or redirect unnoticed. */
@NullMarked
package de.buergerkiosk.contract.bundle;

import org.jspecify.annotations.NullMarked;
