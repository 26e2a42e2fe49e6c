/** Mails about appointments: composed in the citizen's language, and out exactly once. */
@NullMarked
package de.buergerkiosk.central.mail;

import org.jspecify.annotations.NullMarked;
