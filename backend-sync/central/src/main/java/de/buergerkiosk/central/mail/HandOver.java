package de.buergerkiosk.central.mail;

/** What became of a mail on its way to the mail server. */
public sealed interface HandOver {
    /** 250 after the last dot. */
    record Taken() implements HandOver {}

    /**
     * The server said no to this mail for now (4yz).
     *
     * @param reply code and enhanced code, such as {@code 451 4.7.1}
     */
    record NotNow(String reply) implements HandOver {}

    /** The server said no to this mail for ever (5yz). */
    record Refused(String reply) implements HandOver {}

    /** No answer to the last dot: nobody can know whether the server has it. */
    record Unclear(String trouble) implements HandOver {}

    /** The line or the server failed before the last dot, so the server has nothing. */
    record LineDown(String trouble) implements HandOver {}

    /** Somebody else has the mail by now; nothing was handed over. */
    record NotOurs() implements HandOver {}
}
