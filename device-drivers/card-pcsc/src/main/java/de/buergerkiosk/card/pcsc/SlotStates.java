package de.buergerkiosk.card.pcsc;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The states that pcsc-lite keeps of its readers, asked without opening any: {@code javax.smartcardio}
 * tells whether a card is there, but not whether somebody works with it, and does not get over a
 * restart of the service. Each question has a context of its own, so this does.
 *
 * <p>Types as in pcsc-lite's {@code winscard.h} and {@code pcsclite.h} on 64-bit Linux, where DWORD
 * and LONG are of 8 bytes.
 */
final class SlotStates {
    private static final String LIBRARY = "libpcsclite.so.1";
    private static final long SCOPE_SYSTEM = 2;
    private static final long STATE_UNAWARE = 0;
    private static final int STATE_PRESENT = 0x20;
    private static final int STATE_EXCLUSIVE = 0x80;
    private static final int STATE_IN_USE = 0x100;
    private static final int STATE_MUTE = 0x200;
    private static final long NO_READERS = 0x8010002EL;
    private static final int NAMES_BYTES_MAX = 4096;
    private static final int READERS_MAX = 16;

    /** SCARD_READERSTATE: name, user's pointer, current and event state, length of ATR, ATR[33]. */
    private static final long STATE_BYTES = 80;

    private static final long EVENT_STATE_AT = 24;

    private SlotStates() {}

    /** One reader. */
    record Slot(String reader, boolean present, boolean inUse, boolean mute) {}

    /** What the service said. */
    sealed interface Answer {
        record Slots(List<Slot> slots) implements Answer {}

        /** It does not run, or does not know us; PC/SC code as hex where there was one. */
        record None(String observed) implements Answer {}
    }

    static Answer ask() {
        try (Arena arena = Arena.ofConfined()) {
            Optional<SymbolLookup> library = library(arena);
            return library.isPresent()
                    ? new Asking(arena, library.get()).ask()
                    : new Answer.None(LIBRARY + " is not installed");
        }
    }

    @SuppressWarnings("restricted") // calling the library is what this class is for
    private static Optional<SymbolLookup> library(Arena arena) {
        try {
            return Optional.of(SymbolLookup.libraryLookup(LIBRARY, arena));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** One context from its beginning to its end. */
    private record Asking(Arena arena, SymbolLookup library) {
        @SuppressWarnings("restricted") // calling the library is what this class is for
        private MethodHandle function(String name, ValueLayout... parameters) {
            return Linker.nativeLinker()
                    .downcallHandle(
                            library.find(name).orElseThrow(),
                            FunctionDescriptor.of(JAVA_LONG, parameters));
        }

        /** Results are LONG, and a code is in its lower half. */
        private static long code(Object result) {
            return (long) result & 0xFFFF_FFFFL;
        }

        private static Answer none(long code) {
            return new Answer.None("PC/SC code %08X".formatted(code));
        }

        Answer ask() {
            MemorySegment context = arena.allocate(JAVA_LONG);
            long code =
                    code(
                            call(
                                    function(
                                            "SCardEstablishContext",
                                            JAVA_LONG,
                                            ADDRESS,
                                            ADDRESS,
                                            ADDRESS),
                                    SCOPE_SYSTEM,
                                    MemorySegment.NULL,
                                    MemorySegment.NULL,
                                    context));
            if (code != 0) {
                return none(code);
            }
            long handle = context.get(JAVA_LONG, 0);
            try {
                return slots(handle);
            } finally {
                call(function("SCardReleaseContext", JAVA_LONG), handle);
            }
        }

        private Answer slots(long context) {
            MemorySegment names = arena.allocate(NAMES_BYTES_MAX);
            MemorySegment length = arena.allocate(JAVA_LONG);
            length.set(JAVA_LONG, 0, NAMES_BYTES_MAX);
            long code =
                    code(
                            call(
                                    function(
                                            "SCardListReaders",
                                            JAVA_LONG,
                                            ADDRESS,
                                            ADDRESS,
                                            ADDRESS),
                                    context,
                                    MemorySegment.NULL,
                                    names,
                                    length));
            if (code == NO_READERS) {
                return new Answer.Slots(List.of());
            }
            if (code != 0) {
                return none(code);
            }
            var slots = new ArrayList<Slot>();
            for (String name : names(names, length.get(JAVA_LONG, 0))) {
                state(context, name).ifPresent(slots::add);
            }
            return new Answer.Slots(slots);
        }

        /** Strings one after the other, each with its zero, the last one followed by another. */
        private static List<String> names(MemorySegment bytes, long length) {
            var names = new ArrayList<String>();
            long at = 0;
            while (at < Math.min(length, NAMES_BYTES_MAX - 1) && names.size() < READERS_MAX) {
                String name = bytes.getString(at, StandardCharsets.UTF_8);
                if (name.isEmpty()) {
                    break;
                }
                names.add(name);
                at += name.getBytes(StandardCharsets.UTF_8).length + 1;
            }
            return names;
        }

        /** Empty for a reader that went away since the list was made. */
        private Optional<Slot> state(long context, String name) {
            MemorySegment state = arena.allocate(STATE_BYTES, Long.BYTES);
            state.set(ADDRESS, 0, arena.allocateFrom(name));
            state.set(JAVA_LONG, 16, STATE_UNAWARE);
            long code =
                    code(
                            call(
                                    function(
                                            "SCardGetStatusChange",
                                            JAVA_LONG,
                                            JAVA_LONG,
                                            ADDRESS,
                                            JAVA_LONG),
                                    context,
                                    0L,
                                    state,
                                    1L));
            long event = state.get(JAVA_LONG, EVENT_STATE_AT);
            return code != 0
                    ? Optional.empty()
                    : Optional.of(
                            new Slot(
                                    name,
                                    (event & STATE_PRESENT) != 0,
                                    (event & (STATE_IN_USE | STATE_EXCLUSIVE)) != 0,
                                    (event & STATE_MUTE) != 0));
        }

        private static Object call(MethodHandle function, Object... parameters) {
            try {
                return function.invokeWithArguments(parameters);
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalStateException("a call into pcsc-lite", e);
            }
        }
    }
}
