/** The demonstration: centre and simulators as processes of their own, and a visit in front of them. */
@NullMarked
package de.buergerkiosk.demo;

import org.jspecify.annotations.NullMarked;
