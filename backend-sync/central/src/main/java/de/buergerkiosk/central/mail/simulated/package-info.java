/** A mail server without a network behind it: strict SMTP, every mail it takes becomes a file. */
@NullMarked
package de.buergerkiosk.central.mail.simulated;

import org.jspecify.annotations.NullMarked;
