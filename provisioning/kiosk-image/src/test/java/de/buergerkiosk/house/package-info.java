/** Rules of the whole house, checked against bytecode, sources and documents. */
@NullMarked
package de.buergerkiosk.house;

import org.jspecify.annotations.NullMarked;
