package de.buergerkiosk.eid.ausweisapp;

import de.buergerkiosk.eid.EidTrouble;
import de.buergerkiosk.eid.ausweisapp.SdkLink.Heard;
import de.buergerkiosk.eid.ausweisapp.WebSocketHandshake.Greeting;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadFactory;
import java.util.random.RandomGenerator;

/** Opens connections to AusweisApp and makes sure that it is AusweisApp who answers. */
final class SdkDoor {
    /** RUN_CHANGE_PIN with its own messages, STATUS and the READER_LIST of today came with level 2. */
    private static final int LEVEL_MIN = 2;

    /** PAUSE, CONTINUE and unknown cards. */
    private static final int LEVEL_MAX = 3;

    private static final Duration LEVEL_WAIT = Duration.ofSeconds(2);
    private static final int OTHERS_MAX = 100;
    private static final int BUSY_WITH_A_WORKFLOW = 409;
    private static final int TAKEN = 429;
    private static final int SWITCHED_OFF = 503;

    private final WebSocketHandshake handshake;
    private final ThreadFactory threads;

    SdkDoor(Duration answerMax, RandomGenerator chance, ThreadFactory threads) {
        this.handshake =
                new WebSocketHandshake(chance, threads, answerMax, SdkLink.MESSAGE_BYTES_MAX);
        this.threads = threads;
    }

    /** Whether it opened. */
    sealed interface Opening {
        record Opened(SdkLink link) implements Opening {}

        record Shut(EidTrouble trouble, String observed) implements Opening {}
    }

    Opening open(URI address, SdkWitness witness) throws InterruptedException {
        return switch (handshake.greet(address)) {
            case Greeting.Agreed(var line) -> introduced(SdkLink.on(line, witness, threads));
            case Greeting.Refused(var status) -> refused(address, status);
            case Greeting.Alien(var observed) ->
                    new Opening.Shut(EidTrouble.CLIENT_ALIEN, address + " " + observed);
            case Greeting.Silent() ->
                    new Opening.Shut(EidTrouble.CLIENT_SILENT, "no answer at " + address);
            case Greeting.NobodyThere(var observed) ->
                    new Opening.Shut(EidTrouble.CLIENT_DOWN, observed);
        };
    }

    private static Opening introduced(SdkLink link) throws InterruptedException {
        boolean stays = false;
        try {
            Opening opening = introduce(link);
            stays = opening instanceof Opening.Opened;
            return opening;
        } finally {
            if (stays) {
                link.unattend();
            } else {
                link.close();
            }
        }
    }

    private static Opening refused(URI address, int status) {
        return switch (status) {
            case BUSY_WITH_A_WORKFLOW ->
                    new Opening.Shut(EidTrouble.CLIENT_BUSY, "it answers HTTP 409, workflow");
            case TAKEN ->
                    new Opening.Shut(
                            EidTrouble.CLIENT_BUSY,
                            "it answers HTTP 429, another program is connected");
            case SWITCHED_OFF ->
                    new Opening.Shut(EidTrouble.CLIENT_DOWN, "it answers HTTP 503, disabled");
            default ->
                    new Opening.Shut(EidTrouble.CLIENT_ALIEN, address + " answers HTTP " + status);
        };
    }

    /**
     * Agrees on the level. A program that says nothing about levels is taken for level 2: whether it
     * is AusweisApp shows soon enough, and everything that follows is checked and bounded anyway.
     */
    private static Opening introduce(SdkLink link) throws InterruptedException {
        link.send(SdkCommand.plain("GET_INFO"));
        link.send(SdkCommand.plain("GET_API_LEVEL"));
        Opening agreed =
                switch (answer(link)) {
                    case Answer.None(var shut) -> shut;
                    case Answer.Nothing() -> new Opening.Opened(link);
                    case Answer.Given(var levels) -> agree(link, levels);
                };
        link.send(SdkCommand.plain("GET_READER_LIST"));
        return agreed;
    }

    private static Opening agree(SdkLink link, SdkMessage.ApiLevel levels)
            throws InterruptedException {
        int wanted = best(levels.available());
        if (wanted < LEVEL_MIN) {
            return new Opening.Shut(EidTrouble.CLIENT_OUTDATED, "it has no level " + LEVEL_MIN);
        }
        if (levels.current() == wanted) {
            return new Opening.Opened(link);
        }
        link.send(SdkCommand.apiLevel(wanted));
        return switch (answer(link)) {
            case Answer.None(var shut) -> shut;
            case Answer.Given(var set) when set.current() == wanted -> new Opening.Opened(link);
            case Answer.Given _, Answer.Nothing _ ->
                    new Opening.Shut(EidTrouble.CLIENT_STRANGE, "a level it offers is refused");
        };
    }

    private static int best(Set<Integer> available) {
        return available.stream()
                .filter(level -> level <= LEVEL_MAX)
                .mapToInt(i -> i)
                .max()
                .orElse(0);
    }

    /** Whether the answer came. */
    private sealed interface Answer {
        record Given(SdkMessage.ApiLevel levels) implements Answer {}

        record Nothing() implements Answer {}

        record None(Opening.Shut shut) implements Answer {}
    }

    private static Answer answer(SdkLink link) throws InterruptedException {
        // readers may come in between, but not without end
        for (int others = 0; others < OTHERS_MAX; others++) {
            switch (link.next(LEVEL_WAIT)) {
                case Heard.Silence() -> {
                    return new Answer.Nothing();
                }
                case Heard.Gone(var trouble, var observed) -> {
                    return new Answer.None(new Opening.Shut(trouble, observed));
                }
                case Heard.Message(SdkMessage.ApiLevel levels, _) -> {
                    return new Answer.Given(levels);
                }
                case Heard.Message _ -> {}
            }
        }
        return new Answer.None(
                new Opening.Shut(EidTrouble.CLIENT_STRANGE, "it talks without being asked"));
    }
}
