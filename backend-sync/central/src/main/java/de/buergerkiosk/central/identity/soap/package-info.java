/** Calls an eID server: useID and getResult as SOAP over mutual TLS. */
@NullMarked
package de.buergerkiosk.central.identity.soap;

import org.jspecify.annotations.NullMarked;
