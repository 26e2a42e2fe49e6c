/** What every payment driver has to keep, as tests; each driver runs them against its simulator. */
@NullMarked
package de.buergerkiosk.ports.payment;

import org.jspecify.annotations.NullMarked;
