package de.buergerkiosk.forms;

/** How a control is shown and filled. */
public enum Kind {
    /** One line of text; {@link ControlView#options} are suggestions, if there are any. */
    TEXT,
    /** A whole number or a decimal number with a comma. */
    NUMBER,
    /** A day; raw as {@code 2026-11-23}, {@code 23.11.2026} or {@code 23112026}. */
    DATE,
    /** Raw {@code true} or {@code false}. */
    YES_NO,
    /** One of {@link ControlView#options}. */
    CHOICE,
    /** A small number with a minus and a plus; between {@link ControlView#min} and max. */
    COUNT,
    /** Read-only text in the label; takes no answer. */
    STATEMENT
}
