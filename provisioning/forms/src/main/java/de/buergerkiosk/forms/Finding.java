package de.buergerkiosk.forms;

/**
 * One thing that is wrong in a service folder, for the person who maintains it.
 *
 * @param file path inside the folder, with forward slashes; empty when the folder itself is meant
 * @param place JSON pointer (RFC 6901) or text key inside the file; empty for the whole file
 * @param message what is wrong
 * @param cure what to do about it
 */
public record Finding(String file, String place, String message, String cure) {}
