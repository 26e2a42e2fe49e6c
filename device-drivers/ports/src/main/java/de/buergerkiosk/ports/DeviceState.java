package de.buergerkiosk.ports;

/** Health of a device as last observed. */
public sealed interface DeviceState {
    /** Works. */
    record Ready() implements DeviceState {}

    /** Works, but staff should come: paper near its end, for example. */
    record Limited(Fault fault) implements DeviceState {}

    /** Does not work. */
    record Down(Fault fault) implements DeviceState {}
}
