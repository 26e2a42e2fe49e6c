/** How a machine becomes a kiosk of the city, and stays one: key, request, kit, renewal. */
@NullMarked
package de.buergerkiosk.agent.enrol;

import org.jspecify.annotations.NullMarked;
