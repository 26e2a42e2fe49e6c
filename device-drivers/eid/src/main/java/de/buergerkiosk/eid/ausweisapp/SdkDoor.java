package de.buergerkiosk.eid.ausweisapp;

import de.buergerkiosk.eid.EidTrouble;
import de.buergerkiosk.eid.ausweisapp.SdkLink.Heard;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

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

    private final HttpClient http;
    private final Duration answerMax;

    SdkDoor(HttpClient http, Duration answerMax) {
        this.http = http;
        this.answerMax = answerMax;
    }

    /** Whether it opened. */
    sealed interface Opening {
        record Opened(SdkLink link) implements Opening {}

        record Shut(EidTrouble trouble, String observed) implements Opening {}
    }

    Opening open(URI address, SdkWitness witness) throws InterruptedException {
        var link = new SdkLink(witness);
        link.attend();
        var socket =
                http.newWebSocketBuilder()
                        .connectTimeout(answerMax)
                        // 1.26.2 refuses an upgrade without it
                        .header("User-Agent", "Buergerkiosk")
                        .buildAsync(address, link);
        try {
            socket.get(answerMax.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            link.close();
            return new Opening.Shut(EidTrouble.CLIENT_SILENT, "no answer at " + address);
        } catch (ExecutionException e) {
            return shut(address, e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            link.close();
            throw e;
        }
        Opening opening;
        try {
            opening = introduce(link);
        } catch (InterruptedException e) {
            link.close();
            throw e;
        }
        if (opening instanceof Opening.Shut) {
            link.close();
        } else {
            link.unattend();
        }
        return opening;
    }

    private static Opening shut(URI address, Throwable cause) {
        return switch (cause) {
            case WebSocketHandshakeException refused when refused.getResponse() != null ->
                    switch (refused.getResponse().statusCode()) {
                        case BUSY_WITH_A_WORKFLOW ->
                                new Opening.Shut(
                                        EidTrouble.CLIENT_BUSY, "it answers HTTP 409, workflow");
                        case TAKEN ->
                                new Opening.Shut(
                                        EidTrouble.CLIENT_BUSY,
                                        "it answers HTTP 429, another program is connected");
                        case SWITCHED_OFF ->
                                new Opening.Shut(
                                        EidTrouble.CLIENT_DOWN, "it answers HTTP 503, disabled");
                        default ->
                                new Opening.Shut(
                                        EidTrouble.CLIENT_ALIEN,
                                        address
                                                + " answers HTTP "
                                                + refused.getResponse().statusCode());
                    };
            case HttpConnectTimeoutException _ ->
                    new Opening.Shut(EidTrouble.CLIENT_DOWN, "no connection to " + address);
            case HttpTimeoutException _ ->
                    new Opening.Shut(EidTrouble.CLIENT_SILENT, "no answer at " + address);
            case ConnectException _ ->
                    new Opening.Shut(EidTrouble.CLIENT_DOWN, "nobody listens at " + address);
            case IOException broken ->
                    new Opening.Shut(
                            EidTrouble.CLIENT_ALIEN,
                            address
                                    + " does not speak WebSocket: "
                                    + broken.getClass().getSimpleName());
            default ->
                    new Opening.Shut(
                            EidTrouble.CLIENT_ALIEN,
                            address + ": " + cause.getClass().getSimpleName());
        };
    }

    /**
     * Agrees on the level. A program that says nothing about levels is taken for level 2: whether it
     * is AusweisApp shows soon enough, and everything that follows is checked and bounded anyway.
     */
    private Opening introduce(SdkLink link) throws InterruptedException {
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

    private Opening agree(SdkLink link, SdkMessage.ApiLevel levels) throws InterruptedException {
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

    private Answer answer(SdkLink link) throws InterruptedException {
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
