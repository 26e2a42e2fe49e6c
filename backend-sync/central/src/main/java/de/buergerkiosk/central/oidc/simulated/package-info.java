/** An identity provider for demonstrations and tests: strict about OpenID Connect, with example people and faults on demand. */
@NullMarked
package de.buergerkiosk.central.oidc.simulated;

import org.jspecify.annotations.NullMarked;
