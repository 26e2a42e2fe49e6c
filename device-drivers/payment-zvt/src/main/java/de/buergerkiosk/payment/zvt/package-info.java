/** Takes card payments over ZVT: writes ahead, acknowledges only what is durable, and finds out after every break what the terminal booked. */
@NullMarked
package de.buergerkiosk.payment.zvt;

import org.jspecify.annotations.NullMarked;
