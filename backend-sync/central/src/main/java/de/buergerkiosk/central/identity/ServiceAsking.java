package de.buergerkiosk.central.identity;

import de.buergerkiosk.contract.identity.IdentityOffer.Asked;

/**
 * What a municipal service needs to know of a citizen, as its definition says.
 *
 * @param title German; the holder of the card reads it as the transaction
 */
public record ServiceAsking(String id, String version, String title, Asked asked) {}
