package de.buergerkiosk.central.appointment;

import java.time.LocalDate;
import java.util.UUID;

/** Waiting numbers of one day that only this kiosk gives out, with the line or without. */
public record NumberBlock(
        UUID id, String kiosk, String venue, LocalDate day, int first, int last) {}
