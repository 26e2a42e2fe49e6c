/** The words of Extended Access Control: byte strings, TLV, keys, secure messaging, access rights and data groups. */
@NullMarked
package de.buergerkiosk.eid.simulated.eac;

import org.jspecify.annotations.NullMarked;
