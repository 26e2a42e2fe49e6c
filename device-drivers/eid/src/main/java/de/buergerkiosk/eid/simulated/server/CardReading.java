package de.buergerkiosk.eid.simulated.server;

import de.buergerkiosk.eid.simulated.eac.Bytes;
import de.buergerkiosk.eid.simulated.eac.Chat;
import de.buergerkiosk.eid.simulated.eac.CommandApdu;
import de.buergerkiosk.eid.simulated.eac.DataGroups;
import de.buergerkiosk.eid.simulated.eac.Malformed;
import de.buergerkiosk.eid.simulated.eac.Oids;
import de.buergerkiosk.eid.simulated.eac.Place;
import de.buergerkiosk.eid.simulated.eac.ResponseApdu;
import de.buergerkiosk.eid.simulated.eac.SecurityInfos;
import de.buergerkiosk.eid.simulated.eac.Tlv;
import de.buergerkiosk.ports.Personal;
import de.buergerkiosk.ports.eid.EidRight;
import de.buergerkiosk.ports.eid.Person;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * Reads one card behind the channel of chip authentication: first what the card only compares, so
 * that an expired card tells nothing, then the data groups that were granted.
 */
final class CardReading {
    private static final Bytes EID_APPLICATION = Bytes.literal("E80704007F00070302");

    /** No data group is longer; a card that announces more is refused. */
    private static final int DATA_GROUP_BYTES_MAX = 4096;

    private static final int VERIFICATION_FAILED = 0x6300;
    private static final int NOT_FOUND = 0x6A82;

    /** The card has nothing to compare with. */
    private static final int REFERENCE_NOT_FOUND = 0x6A88;

    /** Data groups with what the house calls them; the address is read apart. */
    private static final Map<EidRight, Integer> GROUPS =
            new EnumMap<>(
                    Map.of(
                            EidRight.DOCUMENT_TYPE, DataGroups.DOCUMENT_TYPE,
                            EidRight.ISSUING_COUNTRY, DataGroups.ISSUING_STATE,
                            EidRight.VALID_UNTIL, DataGroups.DATE_OF_EXPIRY,
                            EidRight.GIVEN_NAMES, DataGroups.GIVEN_NAMES,
                            EidRight.FAMILY_NAMES, DataGroups.FAMILY_NAMES,
                            EidRight.DOCTORAL_DEGREE, DataGroups.ACADEMIC_TITLE,
                            EidRight.DATE_OF_BIRTH, DataGroups.DATE_OF_BIRTH,
                            EidRight.PLACE_OF_BIRTH, DataGroups.PLACE_OF_BIRTH,
                            EidRight.NATIONALITY, DataGroups.NATIONALITY,
                            EidRight.BIRTH_NAME, DataGroups.BIRTH_NAME));

    private final Chat granted;
    private final Bytes sectorKey;
    private final Map<Integer, Bytes> read = new TreeMap<>();
    private List<Asked> asked = List.of();
    private Optional<Boolean> age = Optional.empty();
    private Optional<Boolean> place = Optional.empty();
    private Optional<Bytes> pseudonym = Optional.empty();

    /** What the answer at the same place of a batch will be about. */
    private enum Asked {
        SELECT,
        VALIDITY,
        AGE,
        PLACE,
        PSEUDONYM_KEY,
        PSEUDONYM
    }

    /** How the comparisons ended. */
    enum Compared {
        VALID,
        EXPIRED,
        BROKEN
    }

    CardReading(Chat granted, Bytes sectorKey) {
        this.granted = granted;
        this.sectorKey = sectorKey;
    }

    /** Data object 67 for terminal authentication. */
    static Bytes auxiliary(IdentityRequest request, LocalDate today) {
        Bytes templates = template(Oids.DATE_OF_EXPIRY, day(today));
        if (request.requiredAge().isPresent()) {
            LocalDate born = today.minusYears(request.requiredAge().getAsInt());
            templates = templates.and(template(Oids.DATE_OF_BIRTH, day(born)));
        }
        if (request.municipality().isPresent()) {
            templates = templates.and(template(Oids.MUNICIPALITY, request.municipality().get()));
        }
        return Tlv.of(0x67, templates);
    }

    private static Bytes template(Bytes oid, Bytes value) {
        return Tlv.of(0x73, Tlv.of(0x06, oid), Tlv.of(0x53, value));
    }

    private static Bytes day(LocalDate date) {
        return Bytes.of(
                DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT)
                        .format(date)
                        .getBytes(StandardCharsets.US_ASCII));
    }

    private static CommandApdu verify(Bytes oid) {
        return new CommandApdu(0x80, 0x20, 0x80, 0x00, Tlv.of(0x06, oid), OptionalInt.empty());
    }

    List<CommandApdu> comparisons() {
        var commands = new ArrayList<CommandApdu>();
        var places = new ArrayList<Asked>();
        commands.add(CommandApdu.sending(0xA4, 0x04, 0x0C, EID_APPLICATION));
        places.add(Asked.SELECT);
        commands.add(verify(Oids.DATE_OF_EXPIRY));
        places.add(Asked.VALIDITY);
        if (granted.has(Chat.AGE_VERIFICATION)) {
            commands.add(verify(Oids.DATE_OF_BIRTH));
            places.add(Asked.AGE);
        }
        if (granted.has(Chat.MUNICIPALITY_VERIFICATION)) {
            commands.add(verify(Oids.MUNICIPALITY));
            places.add(Asked.PLACE);
        }
        if (granted.has(Chat.RESTRICTED_IDENTIFICATION)) {
            commands.add(
                    CommandApdu.sending(
                            0x22,
                            0x41,
                            0xA4,
                            Tlv.of(0x80, Oids.RI_ECDH_SHA_256)
                                    .and(Tlv.of(0x84, Bytes.ofInts(SecurityInfos.RI_KEY_ID)))));
            places.add(Asked.PSEUDONYM_KEY);
            commands.add(CommandApdu.asking(0x86, 0, 0, Tlv.of(0x7C, Tlv.of(0xA0, sectorKey))));
            places.add(Asked.PSEUDONYM);
        }
        asked = List.copyOf(places);
        return commands;
    }

    Compared compared(List<ResponseApdu> answers) throws Malformed {
        if (answers.size() != asked.size()) {
            return Compared.BROKEN;
        }
        for (int i = 0; i < asked.size(); i++) {
            ResponseApdu answer = answers.get(i);
            switch (asked.get(i)) {
                case SELECT, PSEUDONYM_KEY -> {
                    if (!answer.isOk()) {
                        return Compared.BROKEN;
                    }
                }
                case VALIDITY -> {
                    if (!fulfilled(answer)) {
                        return Compared.EXPIRED;
                    }
                }
                case AGE -> age = Optional.of(fulfilled(answer));
                case PLACE -> place = Optional.of(fulfilled(answer));
                case PSEUDONYM -> {
                    if (!answer.isOk()) {
                        return Compared.BROKEN;
                    }
                    List<Tlv> parts = Tlv.parseAll(Tlv.parseOne(answer.data(), 0x7C));
                    pseudonym = Optional.of(Tlv.need(parts, 0x81));
                }
            }
        }
        return Compared.VALID;
    }

    private static boolean fulfilled(ResponseApdu answer) throws Malformed {
        if (!answer.isOk()
                && answer.status() != VERIFICATION_FAILED
                && answer.status() != REFERENCE_NOT_FOUND) {
            throw new Malformed("a comparison answered with " + answer.word());
        }
        return answer.isOk();
    }

    /** The data groups to be read, by number. */
    List<Integer> wanted() {
        var numbers = new ArrayList<Integer>();
        for (int group = 1; group <= DataGroups.LAST; group++) {
            if (granted.has(Chat.readBit(group))) {
                numbers.add(group);
            }
        }
        return numbers;
    }

    /** Beginnings of the data groups. */
    static List<CommandApdu> beginnings(List<Integer> groups) {
        return groups.stream()
                .map(group -> CommandApdu.asking(0xB0, 0x80 | group, 0, Bytes.EMPTY))
                .toList();
    }

    void begin(List<Integer> groups, List<ResponseApdu> answers) throws Malformed {
        if (answers.size() != groups.size()) {
            throw new Malformed(answers.size() + " answers to " + groups.size() + " commands");
        }
        for (int i = 0; i < groups.size(); i++) {
            ResponseApdu answer = answers.get(i);
            if (answer.status() == NOT_FOUND) {
                // not every card has every data group
                continue;
            }
            if (!answer.isOk() && answer.status() != ResponseApdu.END_OF_FILE) {
                throw new Malformed("DG" + groups.get(i) + " answered with " + answer.word());
            }
            read.put(groups.get(i), answer.data());
        }
    }

    /** The groups that are longer than one answer. */
    List<Integer> unfinished() throws Malformed {
        var numbers = new ArrayList<Integer>();
        for (var entry : read.entrySet()) {
            int whole = Tlv.announced(entry.getValue());
            if (whole > DATA_GROUP_BYTES_MAX) {
                throw new Malformed("DG" + entry.getKey() + " of " + whole + " bytes");
            }
            if (entry.getValue().length() < whole) {
                numbers.add(entry.getKey());
            }
        }
        return numbers;
    }

    /** The next part of each group: selected first, then read at its place. */
    List<CommandApdu> continuations(List<Integer> groups) {
        var commands = new ArrayList<CommandApdu>();
        for (int group : groups) {
            int offset = read.getOrDefault(group, Bytes.EMPTY).length();
            commands.add(CommandApdu.sending(0xA4, 0x02, 0x0C, Bytes.ofInts(0x01, group)));
            commands.add(CommandApdu.asking(0xB0, offset >> 8, offset & 0xFF, Bytes.EMPTY));
        }
        return commands;
    }

    void resume(List<Integer> groups, List<ResponseApdu> answers) throws Malformed {
        if (answers.size() != 2 * groups.size()) {
            throw new Malformed(answers.size() + " answers to " + 2 * groups.size() + " commands");
        }
        for (int i = 0; i < groups.size(); i++) {
            ResponseApdu part = answers.get(2 * i + 1);
            if (part.data().isEmpty()) {
                throw new Malformed("DG" + groups.get(i) + " ends too early");
            }
            read.merge(groups.get(i), part.data(), Bytes::and);
        }
    }

    IdentityResult result() throws Malformed {
        var attributes = new EnumMap<EidRight, Personal<String>>(EidRight.class);
        for (var group : GROUPS.entrySet()) {
            Optional<Tlv> content = content(group.getValue());
            if (content.isPresent()) {
                String text = text(group.getKey(), content.get());
                if (!text.isEmpty()) {
                    attributes.put(group.getKey(), Personal.of(text));
                }
            }
        }
        pseudonym.ifPresent(value ->
                attributes.put(
                        EidRight.PSEUDONYM, Personal.of(value.hex().toLowerCase(Locale.ROOT))));
        Optional<Tlv> residence = content(DataGroups.RESIDENCE);
        Optional<Personal<Person.Address>> address =
                residence.isEmpty() ? Optional.empty() : address(Place.parse(residence.get()));
        return new IdentityResult(new Person(attributes, address), granted.rights(), age, place);
    }

    private Optional<Tlv> content(int group) throws Malformed {
        Optional<Bytes> file = Optional.ofNullable(read.get(group));
        return file.isEmpty()
                ? Optional.empty()
                : Optional.of(DataGroups.content(group, file.get()));
    }

    private static String text(EidRight right, Tlv content) throws Malformed {
        return switch (right) {
            case DATE_OF_BIRTH, VALID_UNTIL -> DataGroups.isoDate(content);
            case PLACE_OF_BIRTH ->
                    switch (Place.parse(content)) {
                        case Place.Structured place -> place.city();
                        case Place.FreeText(String text) -> text;
                        case Place.None(String text) -> text;
                    };
            default -> DataGroups.text(content);
        };
    }

    private static Optional<Personal<Person.Address>> address(Place place) {
        return switch (place) {
            case Place.Structured(var street, var city, _, var country, var zipCode) ->
                    Optional.of(
                            Personal.of(
                                    new Person.Address(
                                            street.orElse(""), zipCode.orElse(""), city, country)));
            case Place.FreeText(String text) ->
                    Optional.of(Personal.of(new Person.Address(text, "", "", "D")));
            case Place.None _ -> Optional.empty();
        };
    }
}
