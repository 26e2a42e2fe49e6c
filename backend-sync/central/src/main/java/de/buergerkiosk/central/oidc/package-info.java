/** People of the desk with accounts of the city's identity provider: its settings, and whom a token makes. */
@NullMarked
package de.buergerkiosk.central.oidc;

import org.jspecify.annotations.NullMarked;
