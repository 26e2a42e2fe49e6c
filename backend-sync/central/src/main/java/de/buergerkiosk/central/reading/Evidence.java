package de.buergerkiosk.central.reading;

/**
 * What proves a kept filing.
 *
 * @param delivery the delivery as it arrived, canonical JSON
 * @param receipt the signed receipt (JWS)
 */
public record Evidence(KeptFiling filing, String delivery, String receipt) {
    @Override
    public String toString() {
        return "Evidence[" + filing.id() + "]";
    }
}
