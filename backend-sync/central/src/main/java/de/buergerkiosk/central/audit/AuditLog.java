package de.buergerkiosk.central.audit;

import java.util.List;

/** Reading the trail, the newest first. */
public interface AuditLog {
    /**
     * What is looked for; empty fields let everything through.
     *
     * @param actor exactly
     * @param event exactly
     * @param subject or the beginning of it
     */
    record Search(String actor, String event, String subject) {}

    /** An entry and its place in the chain, from 1. */
    record Noted(long position, AuditEntry entry) {}

    /**
     * Entries below a position.
     *
     * @param before 0 for the newest of all
     */
    List<Noted> newest(Search search, long before, int most);

    /** Every kind of event that stands in the trail, by name. */
    List<String> events();
}
