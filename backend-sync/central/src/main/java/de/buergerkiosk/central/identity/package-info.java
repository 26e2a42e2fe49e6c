/** The eService: opens identifications for what a service needs, fetches each identity once and seals it to the visit. */
@NullMarked
package de.buergerkiosk.central.identity;

import org.jspecify.annotations.NullMarked;
