package de.buergerkiosk.screen;

import de.buergerkiosk.forms.Localized;
import de.buergerkiosk.page.Field;
import de.buergerkiosk.page.Page;
import de.buergerkiosk.page.Ways;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Pages as a visit shows them, one or more of every kind. */
final class Examples {
    private Examples() {}

    static Localized l(String de, String en) {
        return new Localized(Map.of("de", de, "en", en));
    }

    static final Localized NEXT = l("Weiter", "Continue");
    static final Optional<Localized> SIMULATION =
            Optional.of(
                    l(
                            "Simulation: Hier wird kein echter Ausweis gelesen.",
                            "Simulation: no real ID card is read here."));

    static List<Page> all() {
        return Stream.concat(ofVisits().stream(), AppointmentExamples.all().stream()).toList();
    }

    private static List<Page> ofVisits() {
        return List.of(
                welcome(),
                StaffExamples.warned(),
                StaffExamples.closed(),
                StaffExamples.menu(),
                StaffExamples.overview(),
                StaffExamples.whichNumber(),
                choices(),
                manyChoices(),
                reading(),
                consent(),
                pin(),
                address(),
                problems(),
                plate(),
                items(),
                check(),
                LateExamples.card(),
                LateExamples.terminal(),
                LateExamples.notPaid(),
                LateExamples.scan(),
                LateExamples.printing(),
                LateExamples.sending(),
                LateExamples.farewell(),
                LateExamples.trouble(),
                LateExamples.cardPauses());
    }

    static Page welcome() {
        return new Page.Welcome(
                l("Bürgerkiosk der Stadt Musterstadt", "Citizen kiosk of the city of Musterstadt"),
                l(
                        "Hier erledigen Sie Behördengänge selbst: beantragen, bezahlen, Beleg"
                                + " mitnehmen.",
                        "Do your errands with the city yourself: apply, pay, take your receipt."),
                List.of(
                        l("Bewohnerparkausweis", "Resident parking permit"),
                        l("Sperrmüll abholen lassen", "Bulky waste collection")),
                l("Hier berühren", "Touch here"),
                Fx.WORDS.languages());
    }

    static Page choices() {
        return new Page.Choices(
                "choose",
                l("Was möchten Sie erledigen?", "What would you like to do?"),
                l("Wählen Sie ein Anliegen.", "Choose an errand."),
                List.of(
                        new Page.Tile(
                                "parking-permit",
                                "car",
                                l("Bewohnerparkausweis", "Resident parking permit"),
                                l(
                                        "Für ein Jahr in Ihrer Straße parken",
                                        "Park in your street for a year")),
                        new Page.Tile(
                                "bulky-waste",
                                "couch",
                                l("Sperrmüll abholen lassen", "Bulky waste collection"),
                                l(
                                        "Möbel und große Geräte vor dem Haus abholen lassen",
                                        "Have furniture and large appliances collected"))),
                Ways.OPEN);
    }

    static Page manyChoices() {
        var tiles = new ArrayList<Page.Tile>();
        for (var icon :
                List.of(
                        "car",
                        "couch",
                        "baby",
                        "dog",
                        "house",
                        "users",
                        "map-pin",
                        "receipt",
                        "recycle",
                        "tree",
                        "bicycle",
                        "calendar-blank")) {
            tiles.add(
                    new Page.Tile(
                            icon,
                            icon,
                            l("Wohnungsgeberbescheinigung", "Landlord's confirmation"),
                            l("Bescheinigung beantragen", "Apply for a certificate")));
        }
        return new Page.Choices(
                "choose-many",
                l("Was möchten Sie erledigen?", "What would you like to do?"),
                l("Wählen Sie ein Anliegen.", "Choose an errand."),
                tiles,
                Ways.OPEN);
    }

    static Page reading() {
        return new Page.Reading(
                "service",
                l("Bewohnerparkausweis", "Resident parking permit"),
                List.of(
                        new Page.Paragraph(
                                l(
                                        "Mit dem Ausweis parken Sie ein Jahr lang in der"
                                                + " Parkzone, in der Sie wohnen.",
                                        "With the permit you can park for a year in the parking"
                                                + " zone where you live.")),
                        new Page.Fact(
                                "money",
                                l("Kosten", "Cost"),
                                l("180,00\u00a0€ im Jahr", "€180.00 a year")),
                        new Page.Fact(
                                "clock",
                                l("Dauer am Kiosk", "Time at the kiosk"),
                                l("etwa 3 Minuten", "about 3 minutes")),
                        new Page.Fact(
                                "identification-card",
                                l("Sie brauchen", "You need"),
                                l(
                                        "Personalausweis mit Online-Funktion und PIN",
                                        "ID card with online function and PIN")),
                        new Page.Heading(l("Gut zu wissen", "Good to know")),
                        new Page.Bullets(
                                List.of(
                                        l(
                                                "Das Fahrzeug muss auf Sie zugelassen sein.",
                                                "The vehicle must be registered to you."),
                                        l(
                                                "Der vorläufige Ausweis gilt sofort.",
                                                "The provisional permit is valid at once.")))),
                l("Antrag beginnen", "Begin the application"),
                Ways.OPEN);
    }

    static Page consent() {
        return new Page.Consent(
                "consent",
                l("Daten aus dem Ausweis", "Details from the ID card"),
                l("Stadt Musterstadt, Bürgerservice", "City of Musterstadt, citizen service"),
                l("Bewohnerparkausweis beantragen", "Apply for a resident parking permit"),
                List.of(
                        l("Vornamen und Familienname", "First names and family name"),
                        l("Geburtsdatum", "Date of birth"),
                        l("Anschrift", "Address")),
                List.of(new Page.Option("doctoral", l("Doktorgrad", "Doctoral degree"))),
                List.of(
                        new Page.Paragraph(
                                l(
                                        "Rechtsgrundlage: § 18 Personalausweisgesetz.",
                                        "Legal basis: section 18 of the ID Card Act."))),
                SIMULATION,
                l("Zustimmen und PIN eingeben", "Agree and enter the PIN"),
                Ways.PERSONAL);
    }

    static Page pin() {
        return new Page.SecretEntry(
                "pin",
                l("Ihre Ausweis-PIN", "Your ID card PIN"),
                l("Geben Sie die 6 Ziffern ein.", "Enter the 6 digits."),
                6,
                6,
                Optional.of(
                        l(
                                "Die PIN war falsch. Sie haben noch 2 Versuche.",
                                "The PIN was wrong. You have 2 tries left.")),
                SIMULATION,
                Ways.PERSONAL);
    }

    static Page address() {
        return new Page.Questions(
                "address",
                l("Wo wohnen Sie?", "Where do you live?"),
                Optional.of(l("Frage 1 von 3", "Question 1 of 3")),
                Optional.of(
                        l(
                                "Die Adresse entscheidet über Ihre Parkzone.",
                                "The address decides your parking zone.")),
                List.of(
                        new Field.Fixed(
                                "name",
                                l("Name", "Name"),
                                Optional.empty(),
                                "M̂aria L̥̄üdenscheidt"),
                        new Field.Line(
                                "street",
                                l("Straße und Hausnummer", "Street and number"),
                                Optional.of(l("Beispiel: Am Markt 5", "Example: Am Markt 5")),
                                "",
                                Field.Keypad.LETTERS,
                                60),
                        new Field.Date(
                                "since",
                                l("Dort gemeldet seit", "Registered there since"),
                                Optional.of(l("Tag, Monat, Jahr", "Day, month, year")),
                                "2020-05-17"),
                        new Field.YesNo(
                                "owner",
                                l("Gehört das Fahrzeug Ihnen?", "Do you own the vehicle?"),
                                Optional.empty(),
                                "true"),
                        new Field.Choice(
                                "kind",
                                l("Was für ein Fahrzeug ist es?", "What kind of vehicle is it?"),
                                Optional.empty(),
                                "car",
                                List.of(
                                        new Page.Option("car", l("Pkw", "Car")),
                                        new Page.Option("bike", l("Motorrad", "Motorcycle")),
                                        new Page.Option(
                                                "van",
                                                l("Wohnmobil bis 3,5 Tonnen", "Camper van"))))),
                List.of(),
                Optional.of(l("Gebühr: 180,00\u00a0€", "Fee: €180.00")),
                NEXT,
                Ways.PERSONAL);
    }

    static Page problems() {
        return new Page.Questions(
                "problems",
                l("Wann sollen wir kommen?", "When shall we come?"),
                Optional.of(l("Frage 2 von 3", "Question 2 of 3")),
                Optional.empty(),
                List.of(
                        new Field.Date(
                                "day",
                                l("Tag der Abholung", "Day of collection"),
                                Optional.empty(),
                                "2026-02-31"),
                        new Field.Line(
                                "phone",
                                l("Telefon (freiwillig)", "Phone (optional)"),
                                Optional.empty(),
                                "12",
                                Field.Keypad.DIGITS,
                                15)),
                List.of(
                        new Page.FieldProblem(
                                "day",
                                l(
                                        "Diesen Tag gibt es nicht. Geben Sie ein Datum wie"
                                                + " 24.12.2026 ein.",
                                        "There is no such day. Enter a date such as"
                                                + " 24.12.2026.")),
                        new Page.FieldProblem(
                                "phone",
                                l(
                                        "Die Nummer ist zu kurz. Geben Sie mindestens 5 Ziffern"
                                                + " ein.",
                                        "The number is too short. Enter at least 5 digits."))),
                Optional.empty(),
                NEXT,
                Ways.PERSONAL);
    }

    static Page plate() {
        return new Page.Questions(
                "plate",
                l("Wie lautet Ihr Kennzeichen?", "What is your number plate?"),
                Optional.of(l("Frage 2 von 3", "Question 2 of 3")),
                Optional.empty(),
                List.of(
                        new Field.Line(
                                "vehicle.plate",
                                l("Kennzeichen", "Number plate"),
                                Optional.of(l("Beispiel: LU-AB 123", "Example: LU-AB 123")),
                                "LU-AB 12",
                                Field.Keypad.PLATE,
                                11)),
                List.of(),
                Optional.of(l("Gebühr: 180,00\u00a0€", "Fee: €180.00")),
                NEXT,
                Ways.PERSONAL);
    }

    static Page items() {
        var fields = new ArrayList<Field>();
        fields.add(count("sofa", "couch", l("Sofa", "Sofa"), "1"));
        fields.add(count("armchair", "armchair", l("Sessel", "Armchair"), "2"));
        fields.add(count("bed", "bed", l("Bett mit Lattenrost", "Bed with slatted frame"), ""));
        fields.add(count("table", "table", l("Tisch", "Table"), ""));
        fields.add(count("washer", "washing-machine", l("Waschmaschine", "Washing machine"), ""));
        fields.add(count("fridge", "snowflake", l("Kühlschrank", "Fridge"), "3"));
        fields.add(count("tv", "television", l("Fernseher", "Television"), ""));
        fields.add(count("bike", "bicycle", l("Fahrrad", "Bicycle"), ""));
        return new Page.Questions(
                "items",
                l("Was sollen wir abholen?", "What shall we collect?"),
                Optional.of(l("Frage 1 von 3", "Question 1 of 3")),
                Optional.of(l("Höchstens 3 Stück je Art.", "At most 3 of each kind.")),
                fields,
                List.of(),
                Optional.of(l("Abholung: kostenlos", "Collection: free")),
                NEXT,
                Ways.OPEN);
    }

    private static Field count(String path, String icon, Localized label, String value) {
        return new Field.Count(
                "items." + path, label, Optional.empty(), value, Optional.of(icon), 3);
    }

    static Page check() {
        return new Page.Check(
                "check",
                l("Ist alles richtig?", "Is everything right?"),
                l("Prüfen Sie Ihre Angaben.", "Check your details."),
                List.of(
                        new Page.Row(
                                l("Name", "Name"),
                                Localized.same("M̂aria L̥̄üdenscheidt"),
                                Optional.empty()),
                        new Page.Row(
                                l("Anschrift", "Address"),
                                Localized.same("Am Markt 5, 67059 Musterstadt"),
                                Optional.of("address")),
                        new Page.Row(
                                l("Parkzone", "Parking zone"),
                                l("Zone B, Innenstadt", "Zone B, city centre"),
                                Optional.of("address")),
                        new Page.Row(
                                l("Kennzeichen", "Number plate"),
                                Localized.same("LU-AB 123"),
                                Optional.of("plate")),
                        new Page.Row(
                                l("Gültig ab", "Valid from"),
                                l("01.12.2026", "1 December 2026"),
                                Optional.of("start"))),
                List.of(
                        new Page.Price(
                                l("Bewohnerparkausweis, 1 Jahr", "Resident parking permit, 1 year"),
                                l("180,00\u00a0€", "€180.00"))),
                Optional.of(l("Zu zahlen: 180,00\u00a0€", "To pay: €180.00")),
                l("Ändern", "Change"),
                l("Verbindlich beantragen und bezahlen", "Submit and pay"),
                Ways.PERSONAL);
    }
}
