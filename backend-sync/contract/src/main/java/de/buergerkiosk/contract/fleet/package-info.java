/** What kiosk and centre say to each other about the kiosk itself: how it enrols, what it is to be, how it is. */
@NullMarked
package de.buergerkiosk.contract.fleet;

import org.jspecify.annotations.NullMarked;
