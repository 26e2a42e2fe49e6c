package de.buergerkiosk.forms;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One municipal service, as its folder describes it; complete and checked.
 *
 * @param id the folder's slug, for example {@code parking-permit}
 * @param leikaKey key of the service in the federal catalogue of services (LeiKa), 14 digits
 * @param regionalKey Amtlicher Regionalschlüssel of the city, 12 digits
 * @param office id of the office in charge
 * @param summary one sentence for the tile
 * @param icon name of an icon of the kiosk's set
 * @param languages BCP 47 tags in which every text exists; always with {@code de}
 * @param validFrom first day on which the service is offered
 * @param validTo last day, if there is one
 * @param payLater empty where the service is not done before it is paid
 * @param retentionDays how long the office may keep a filing after it is done
 * @param document what is printed on A4 or given as PDF, if anything
 * @param paper what the service adds to the receipt
 * @param plan how the form works; for {@link Form} only
 */
public record ServiceDefinition(
        String id,
        String version,
        String leikaKey,
        String regionalKey,
        String office,
        Localized title,
        Localized officeName,
        Localized summary,
        String icon,
        ServicePage page,
        Identification identification,
        PaymentPolicy payment,
        Optional<PayLater> payLater,
        OfflinePolicy offline,
        Set<String> languages,
        LocalDate validFrom,
        Optional<LocalDate> validTo,
        int retentionDays,
        Optional<DocumentTemplate> document,
        List<PaperLine> paper,
        FormPlan plan) {
    public ServiceDefinition {
        languages = Set.copyOf(languages);
        paper = List.copyOf(paper);
    }

    /** Whether the service is offered on that day. */
    public boolean isValidOn(LocalDate day) {
        return !day.isBefore(validFrom) && validTo.map(last -> !day.isAfter(last)).orElse(true);
    }

    @Override
    public String toString() {
        return "ServiceDefinition[" + id + " " + version + "]";
    }
}
