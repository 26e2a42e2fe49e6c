package de.buergerkiosk.contract.json;

import java.io.Serial;

/**
 * A document that does not follow its contract. The message names the field and what is wrong with
 * it, never the value, which may be personal.
 */
public final class MalformedDocument extends IllegalArgumentException {
    @Serial private static final long serialVersionUID = 1L;

    private final String field;
    private final String problem;

    public MalformedDocument(String field, String problem) {
        this.field = field;
        this.problem = problem;
    }

    /** Path of the field such as {@code payment.amountCents}; {@code document} for the whole. */
    public String field() {
        return field;
    }

    /** What is wrong and what would be right, in English. */
    public String problem() {
        return problem;
    }

    @Override
    public String getMessage() {
        return field + ": " + problem;
    }
}
