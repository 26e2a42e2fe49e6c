/** Hands mails to the city's mail server over SMTP, and says before the last dot that it will. */
@NullMarked
package de.buergerkiosk.central.mail.smtp;

import org.jspecify.annotations.NullMarked;
