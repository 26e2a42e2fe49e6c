/** Hands identifications to whatever eID client is installed, by the address that TR-03124-1 reserves for it. */
@NullMarked
package de.buergerkiosk.eid.activation;

import org.jspecify.annotations.NullMarked;
