/** The test PKI: card verifiable certificates and their descriptions, the country signer and the cards' signed files. */
@NullMarked
package de.buergerkiosk.eid.simulated.pki;

import org.jspecify.annotations.NullMarked;
