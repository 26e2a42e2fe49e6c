/** Keeps releases, bundles and what each kiosk is to be in the database. */
@NullMarked
package de.buergerkiosk.central.rollout.store;

import org.jspecify.annotations.NullMarked;
