package de.buergerkiosk.eid.ausweisapp;

import java.time.Duration;
import java.util.Optional;

/**
 * How long the kiosk waits for whom, and which reader is the citizen's.
 *
 * @param reader name of the one reader whose cards count; empty for any
 * @param answerMax for AusweisApp to answer a command, or to end after CANCEL
 * @param silenceMax for AusweisApp and the eID server behind it to get on with a workflow
 * @param cardWaitMax for the citizen to put a card on the reader, or to straighten it
 * @param questionMax for the citizen to answer a question, on the screen or at the reader's keypad
 */
public record SdkSettings(
        Optional<String> reader,
        Duration answerMax,
        Duration silenceMax,
        Duration cardWaitMax,
        Duration questionMax) {
    public SdkSettings {
        if (!answerMax.isPositive()
                || !silenceMax.isPositive()
                || !cardWaitMax.isPositive()
                || !questionMax.isPositive()) {
            throw new IllegalArgumentException("waits must be positive");
        }
    }

    /** As a kiosk needs it. AusweisApp itself gives up on a silent server after 30 seconds. */
    public static SdkSettings usual() {
        return new SdkSettings(
                Optional.empty(),
                Duration.ofSeconds(10),
                Duration.ofSeconds(60),
                Duration.ofSeconds(60),
                Duration.ofMinutes(5));
    }

    public SdkSettings withReader(String name) {
        return new SdkSettings(Optional.of(name), answerMax, silenceMax, cardWaitMax, questionMax);
    }

    public SdkSettings withCardWait(Duration atMost) {
        return new SdkSettings(reader, answerMax, silenceMax, atMost, questionMax);
    }
}
