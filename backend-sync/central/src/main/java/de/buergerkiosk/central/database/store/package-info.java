/** Opens the database, checks that it is fit, and brings its tables up to date. */
@NullMarked
package de.buergerkiosk.central.database.store;

import org.jspecify.annotations.NullMarked;
