/** The kiosk's one SQLite file: journal, outbox, payments and incidents, each write durable. */
@NullMarked
package de.buergerkiosk.store;

import org.jspecify.annotations.NullMarked;
