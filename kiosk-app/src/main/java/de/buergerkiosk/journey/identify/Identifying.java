package de.buergerkiosk.journey.identify;

import de.buergerkiosk.forms.Identification;
import de.buergerkiosk.journey.Counter;
import de.buergerkiosk.journey.Memory;
import de.buergerkiosk.journey.Turn;
import de.buergerkiosk.journey.Visit;
import de.buergerkiosk.page.Answer;
import de.buergerkiosk.page.Page;
import de.buergerkiosk.ports.eid.EidClient;
import de.buergerkiosk.ports.eid.EidRequest;
import de.buergerkiosk.ports.eid.EidResult;
import de.buergerkiosk.ports.eid.EidRight;
import de.buergerkiosk.ports.eid.EidService;
import de.buergerkiosk.ports.eid.PinChange;
import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** From a chosen service to a known citizen, or past it where nobody need be known. */
public final class Identifying {
    private final Counter counter;
    private final EidClient client;
    private final EidService service;
    private final Supplier<LocalDate> today;
    private final EidPages pages;

    public Identifying(
            Counter counter, EidClient client, EidService service, Supplier<LocalDate> today) {
        this.counter = counter;
        this.client = client;
        this.service = service;
        this.today = today;
        this.pages = new EidPages(counter.words(), client.isSimulation());
    }

    public Turn identify(Visit.Chosen chosen, Memory memory) throws InterruptedException {
        while (true) {
            var page = ServicePages.about(chosen.service(), today.get(), counter.words());
            var turn =
                    switch (counter.ask(page)) {
                        case Answer.Onward _ -> identified(chosen, memory);
                        case Answer.Back _ -> Optional.<Turn>of(new Turn.Back());
                        case Answer.Leave(var why) -> Optional.of(Counter.leave(why));
                        case Answer other -> throw Counter.unexpected(page, other);
                    };
            if (turn.isPresent()) {
                return turn.get();
            }
        }
    }

    /** Empty: the service page is to be shown again. */
    private Optional<Turn> identified(Visit.Chosen chosen, Memory memory)
            throws InterruptedException {
        return switch (chosen.service().identification()) {
            case Identification.NotNeeded() ->
                    Optional.of(
                            new Turn.Onward(
                                    new Visit.Identified(chosen, new Visit.Identity.NotNeeded())));
            case Identification.Needed needed -> {
                var known = memory.identity(chosen.service().id());
                yield known.isPresent()
                        ? Optional.of(new Turn.Onward(new Visit.Identified(chosen, known.get())))
                        : withCard(chosen, needed, memory);
            }
        };
    }

    private Optional<Turn> withCard(
            Visit.Chosen chosen, Identification.Needed needed, Memory memory)
            throws InterruptedException {
        memory.cardAsked();
        while (true) {
            // the centre answers within a second, and within twenty when the line is bad
            counter.screen().show(pages.connecting(), _ -> {});
            var opening = service.open(request(chosen, needed));
            var attempt =
                    switch (opening) {
                        case EidService.Opening.Unavailable(var fault) ->
                                new Attempt.Failed(EidResult.Reason.UNAVAILABLE, fault.code());
                        case EidService.Opening.Opened(var url) -> authenticate(url, needed);
                    };
            switch (attempt) {
                case Attempt.Known(var identity) -> {
                    memory.remember(chosen.service().id(), identity);
                    return Optional.of(new Turn.Onward(new Visit.Identified(chosen, identity)));
                }
                case Attempt.Left(var why) -> {
                    return Optional.of(Counter.leave(why));
                }
                case Attempt.SteppedBack() -> {
                    return Optional.empty();
                }
                case Attempt.Failed(var reason, var code) -> {
                    switch (afterFailure(pages.failed(reason, code, client.canChangePin()))) {
                        case After.Again() -> {}
                        case After.Over(var turn) -> {
                            return turn;
                        }
                    }
                }
            }
        }
    }

    /** What the citizen wants after a failure. */
    private sealed interface After {
        record Again() implements After {}

        /** Empty: the service page is to be shown again. */
        record Over(Optional<Turn> turn) implements After {}
    }

    private After afterFailure(Page.Notice page) throws InterruptedException {
        return switch (counter.ask(page)) {
            case Answer.Chosen(var id) when id.equals("again") -> new After.Again();
            case Answer.Chosen(var id) when id.equals("change") -> changePin();
            case Answer.Chosen _ -> new After.Over(Optional.of(new Turn.Leave(Turn.Ending.LEFT)));
            case Answer.Back _ -> new After.Over(Optional.empty());
            case Answer.Leave(var why) -> new After.Over(Optional.of(Counter.leave(why)));
            case Answer other -> throw Counter.unexpected(page, other);
        };
    }

    /** From the five digits of the letter to a PIN of one's own; then the errand begins anew. */
    private After changePin() throws InterruptedException {
        var dialogue = ScreenDialogue.changingPin(counter, pages);
        var result = client.changePin(dialogue);
        if (dialogue.left().isPresent()) {
            return new After.Over(Optional.of(Counter.leave(dialogue.left().get())));
        }
        return switch (result) {
            case PinChange.Changed() -> afterFailure(pages.pinChanged());
            case PinChange.Ended _ when dialogue.steppedBack() -> new After.Over(Optional.empty());
            case PinChange.Ended(var reason, var fault) ->
                    afterFailure(pages.pinNotChanged(reason, fault.code()));
        };
    }

    private sealed interface Attempt {
        record Known(Visit.Identity identity) implements Attempt {}

        record Left(Answer.Why why) implements Attempt {}

        record SteppedBack() implements Attempt {}

        record Failed(EidResult.Reason reason, String code) implements Attempt {}
    }

    private Attempt authenticate(URI tcTokenUrl, Identification.Needed needed)
            throws InterruptedException {
        var dialogue = new ScreenDialogue(counter, pages, needed);
        var result = client.authenticate(tcTokenUrl, dialogue);
        if (dialogue.left().isPresent()) {
            service.abandon(tcTokenUrl);
            return new Attempt.Left(dialogue.left().get());
        }
        if (dialogue.steppedBack()) {
            service.abandon(tcTokenUrl);
            return new Attempt.SteppedBack();
        }
        if (dialogue.comparesOtherwise()) {
            service.abandon(tcTokenUrl);
            return new Attempt.Failed(EidResult.Reason.REFUSED, "EID-COMPARED-OTHERWISE");
        }
        return switch (result) {
            case EidResult.Done(var refreshAddress) -> collected(refreshAddress);
            case EidResult.Ended ended -> {
                var why = service.abandon(tcTokenUrl).orElse(ended);
                yield new Attempt.Failed(why.reason(), why.fault().code());
            }
        };
    }

    private Attempt collected(URI refreshAddress) throws InterruptedException {
        return switch (service.collect(refreshAddress)) {
            case EidService.Delivery.Delivered(var person) ->
                    new Attempt.Known(new Visit.Identity.Known(person, client.isSimulation()));
            case EidService.Delivery.Refused(var reason, var fault) ->
                    new Attempt.Failed(reason, fault.code());
        };
    }

    private static EidRequest request(Visit.Chosen chosen, Identification.Needed needed) {
        var service = chosen.service();
        return new EidRequest(
                new EidRequest.Errand(
                        chosen.id().value(),
                        service.id(),
                        service.version(),
                        service.title().in("de")),
                rights(needed.required()),
                rights(needed.optional()),
                needed.ageOver(),
                needed.placeIs());
    }

    private static Set<EidRight> rights(Set<String> names) {
        return names.stream().map(EidRight::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    /** For the page goldens. */
    Page.Reading aboutPage(Visit.Chosen chosen) {
        return ServicePages.about(chosen.service(), today.get(), counter.words());
    }
}
