/** The service page, and online identification where the service needs it. */
@NullMarked
package de.buergerkiosk.journey.identify;

import org.jspecify.annotations.NullMarked;
