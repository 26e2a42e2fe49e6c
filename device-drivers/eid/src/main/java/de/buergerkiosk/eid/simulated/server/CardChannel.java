package de.buergerkiosk.eid.simulated.server;

import de.buergerkiosk.eid.simulated.eac.Bytes;
import de.buergerkiosk.eid.simulated.eac.CommandApdu;
import de.buergerkiosk.eid.simulated.eac.Malformed;
import de.buergerkiosk.eid.simulated.eac.ResponseApdu;
import de.buergerkiosk.eid.simulated.eac.SessionKeys;
import java.util.ArrayList;
import java.util.List;

/**
 * The server's end of the channel to the card: protects a batch of commands before the first answer
 * is known, so it counts ahead.
 */
final class CardChannel {
    private final SessionKeys keys;
    private long counter;
    private int open;

    CardChannel(SessionKeys keys) {
        this.keys = keys;
    }

    List<Bytes> protect(List<CommandApdu> commands) {
        var batch = new ArrayList<Bytes>();
        for (int i = 0; i < commands.size(); i++) {
            batch.add(keys.protect(commands.get(i), counter + 2L * i + 1).encode());
        }
        open = commands.size();
        return batch;
    }

    List<ResponseApdu> unprotect(List<Bytes> answers) throws Malformed {
        if (answers.size() != open) {
            throw new Malformed(answers.size() + " answers to " + open + " commands");
        }
        var plain = new ArrayList<ResponseApdu>();
        for (int i = 0; i < answers.size(); i++) {
            plain.add(keys.unprotect(ResponseApdu.parse(answers.get(i)), counter + 2L * i + 2));
        }
        counter += 2L * open;
        open = 0;
        return plain;
    }
}
