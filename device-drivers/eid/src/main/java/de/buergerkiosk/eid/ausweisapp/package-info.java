/** Drives AusweisApp by its SDK interface: starts it, follows its workflows, and keeps card and citizen together. */
@NullMarked
package de.buergerkiosk.eid.ausweisapp;

import org.jspecify.annotations.NullMarked;
