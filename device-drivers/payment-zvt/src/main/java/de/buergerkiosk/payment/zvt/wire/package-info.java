/** The words of ZVT (PA00P015): turns bytes into messages and back, and blackens card data before anybody else sees it. */
@NullMarked
package de.buergerkiosk.payment.zvt.wire;

import org.jspecify.annotations.NullMarked;
