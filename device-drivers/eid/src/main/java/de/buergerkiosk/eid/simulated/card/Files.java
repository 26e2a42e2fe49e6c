package de.buergerkiosk.eid.simulated.card;

import de.buergerkiosk.eid.simulated.eac.Bytes;
import de.buergerkiosk.eid.simulated.eac.Chat;
import de.buergerkiosk.eid.simulated.eac.CommandApdu;
import de.buergerkiosk.eid.simulated.eac.DataGroups;
import de.buergerkiosk.eid.simulated.eac.Malformed;
import de.buergerkiosk.eid.simulated.eac.ResponseApdu;
import de.buergerkiosk.eid.simulated.eac.Tlv;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The chip's files: selects them and reads from them (ISO 7816-4, 7.1 and 7.2). */
final class Files {
    static final Bytes EID_APPLICATION = Bytes.literal("E80704007F00070302");

    private static final int EF_CARD_ACCESS = 0x011C;
    private static final int EF_CARD_SECURITY = 0x011D;
    private static final int EF_DIR = 0x2F00;
    private static final int EF_DIR_SHORT = 0x1E;
    private static final int MASTER_FILE = 0x3F00;
    private static final int FIRST_DATA_GROUP = 0x0101;

    /** EF.DIR names the eID application and the one for signatures, which is empty. */
    private static final Bytes DIRECTORY =
            Tlv.of(0x61, Tlv.of(0x4F, EID_APPLICATION))
                    .and(Tlv.of(0x61, Tlv.of(0x4F, Bytes.literal("A000000167455349474E"))));

    /** Who may read a file. */
    private sealed interface Reader {
        boolean allows(Access access);
    }

    private record Everybody() implements Reader {
        @Override
        public boolean allows(Access access) {
            return true;
        }
    }

    private record AuthenticatedTerminal() implements Reader {
        @Override
        public boolean allows(Access access) {
            return access.terminalAuthenticated();
        }
    }

    private record HolderOf(int right) implements Reader {
        @Override
        public boolean allows(Access access) {
            return access.rights().has(right);
        }
    }

    /**
     * What was proved so far.
     *
     * @param rights none before chip authentication
     */
    record Access(boolean terminalAuthenticated, Chat rights) {}

    private record ElementaryFile(Bytes content, Reader reader) {}

    private final Map<Integer, ElementaryFile> master = new HashMap<>();
    private final Map<Integer, ElementaryFile> application = new HashMap<>();
    private boolean inApplication;
    private Optional<ElementaryFile> current = Optional.empty();

    Files(Personalisation chip) {
        master.put(EF_CARD_ACCESS, new ElementaryFile(chip.cardAccess(), new Everybody()));
        master.put(
                EF_CARD_SECURITY,
                new ElementaryFile(chip.cardSecurity(), new AuthenticatedTerminal()));
        master.put(EF_DIR, new ElementaryFile(DIRECTORY, new Everybody()));
        chip.dataGroups()
                .forEach((number, content) ->
                        application.put(
                                FIRST_DATA_GROUP + number - 1,
                                new ElementaryFile(content, new HolderOf(Chat.readBit(number)))));
    }

    void reset() {
        inApplication = false;
        current = Optional.empty();
    }

    ResponseApdu select(CommandApdu command) throws Refused {
        switch (command.p1()) {
            case 0x04 -> {
                if (!command.data().equals(EID_APPLICATION)) {
                    throw new Refused(Status.NOT_FOUND);
                }
                inApplication = true;
                current = Optional.empty();
            }
            case 0x00, 0x02 -> selectById(command.data());
            default -> throw new Refused(Status.WRONG_PARAMETERS);
        }
        return Status.ok();
    }

    private void selectById(Bytes id) throws Refused {
        int number = id.isEmpty() ? MASTER_FILE : id.length() == 2 ? id.at(0) << 8 | id.at(1) : -1;
        if (number == MASTER_FILE) {
            inApplication = false;
            current = Optional.empty();
            return;
        }
        current = Optional.of(file(number));
    }

    /** A file of the application, or of the master file where the application has none of that name. */
    private ElementaryFile file(int id) throws Refused {
        return Optional.ofNullable(inApplication ? application.get(id) : null)
                .or(() -> Optional.ofNullable(master.get(id)))
                .orElseThrow(() -> new Refused(Status.NOT_FOUND));
    }

    ResponseApdu read(CommandApdu command, Access access, int bytesMax) throws Refused, Malformed {
        int wanted = command.expected().orElseThrow(() -> new Refused(Status.WRONG_LENGTH));
        boolean odd = command.ins() % 2 != 0;
        int offset;
        if (odd) {
            if ((command.p1() << 8 | command.p2()) != 0) {
                current = Optional.of(file(FIRST_DATA_GROUP + command.p2() - 1));
            }
            offset = number(Tlv.need(Tlv.parseAll(command.data()), 0x54));
        } else if ((command.p1() & 0x80) != 0) {
            current = Optional.of(file(shortId(command.p1() & 0x1F)));
            offset = command.p2();
        } else {
            offset = command.p1() << 8 | command.p2();
        }
        ElementaryFile file = current.orElseThrow(() -> new Refused(Status.CONDITIONS));
        if (!file.reader().allows(access)) {
            throw new Refused(Status.NOT_SATISFIED);
        }
        return part(file.content(), offset, Math.min(wanted, bytesMax), wanted, odd);
    }

    private static int number(Bytes offset) throws Refused {
        if (offset.isEmpty() || offset.length() > 2) {
            throw new Refused(Status.WRONG_DATA);
        }
        return Integer.parseInt(offset.hex(), 16);
    }

    private int shortId(int id) {
        if (id == EF_DIR_SHORT) {
            return EF_DIR;
        }
        return inApplication && id <= DataGroups.LAST ? FIRST_DATA_GROUP + id - 1 : 0x0100 | id;
    }

    private static ResponseApdu part(Bytes content, int offset, int most, int wanted, boolean odd)
            throws Refused {
        if (offset > content.length()) {
            throw new Refused(Status.BEYOND_END);
        }
        int end = Math.min(content.length(), offset + most);
        Bytes read = content.slice(offset, end);
        // with every byte wanted, the end of the file is no surprise
        boolean open = wanted == CommandApdu.SHORT_MAX || wanted == CommandApdu.EXTENDED_MAX;
        boolean cut = end - offset < most && !open;
        return new ResponseApdu(
                odd ? Tlv.of(0x53, read) : read, cut ? ResponseApdu.END_OF_FILE : ResponseApdu.OK);
    }
}
