/** A stand with a real AusweisApp and a virtual card, the proof that it holds out, and its time. */
@NullMarked
package de.buergerkiosk.eid.prove;

import org.jspecify.annotations.NullMarked;
