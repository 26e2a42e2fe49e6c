package de.buergerkiosk.journey.pay;

import de.buergerkiosk.journey.Journal;
import de.buergerkiosk.journey.Trouble;
import de.buergerkiosk.journey.Visit;
import de.buergerkiosk.ports.Fault;
import de.buergerkiosk.ports.payment.Goods;
import de.buergerkiosk.ports.print.PrintOutcome;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The document as what is paid for: printed while the terminal waits, once, and the money is taken
 * when it is out.
 */
final class DocumentGoods implements Goods {
    private static final Logger LOG = LoggerFactory.getLogger(DocumentGoods.class);

    /** A laser printer that has slept needs half a minute for its first page. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final IssueFirst first;
    private final FutureTask<PrintOutcome> printing;
    private boolean begun;

    DocumentGoods(IssueFirst first, Visit.Filed filed) {
        this.first = first;
        this.printing = new FutureTask<>(() -> first.documents().print(filed));
    }

    @Override
    public Duration longest() {
        return LONGEST;
    }

    @Override
    public Issue issue() {
        if (!begun) {
            begun = true;
            first.threads().newThread(printing).start();
        }
        if (!printing.isDone()) {
            return new Issue.Issuing();
        }
        return trouble()
                .<Issue>map(fault -> new Issue.Failed(fault.code()))
                .orElseGet(Issue.Issued::new);
    }

    /** Why the document is not out for certain; empty where it is, or was never begun. */
    Optional<Fault> trouble() {
        if (!begun || !printing.isDone()) {
            return Optional.empty();
        }
        try {
            return switch (printing.get()) {
                case PrintOutcome.Printed() -> Optional.empty();
                case PrintOutcome.Halted(var fault) -> Optional.of(fault);
                case PrintOutcome.Unknown(var fault) -> Optional.of(fault);
            };
        } catch (ExecutionException bug) {
            LOG.error("KSK-BUG while a document was printed: {}", Trouble.trace(bug));
            return Optional.of(new Fault("KSK-BUG", "the document could not be made"));
        } catch (InterruptedException e) {
            // It is done, so nothing was waited for.
            Thread.currentThread().interrupt();
            return Optional.of(new Fault("KSK-BUG", "interrupted"));
        }
    }

    /** What the citizen has in hand by now. */
    Visit.Issue issued() {
        return begun && printing.isDone() && trouble().isEmpty()
                ? Visit.Issue.DOCUMENT_OUT
                : Visit.Issue.LATER;
    }

    /** Nothing was booked: staff hear of a document that is out all the same, or may come. */
    void notBooked(String reference) {
        Journal journal = first.journal();
        var trouble = trouble();
        if (trouble.isPresent()) {
            journal.incident(trouble.get().code(), reference + ": " + trouble.get().detail());
        } else if (begun) {
            journal.incident("DOC-UNPAID", reference + ": a document came out and was not paid");
        }
    }
}
