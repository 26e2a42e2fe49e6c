/** Evaluates the rules of services: a bounded, deterministic part of FEEL with exact decimals. */
@NullMarked
package de.buergerkiosk.forms.feel;

import org.jspecify.annotations.NullMarked;
