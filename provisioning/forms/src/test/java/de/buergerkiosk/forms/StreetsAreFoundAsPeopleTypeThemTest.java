package de.buergerkiosk.forms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreetsAreFoundAsPeopleTypeThemTest {
    @ParameterizedTest
    @CsvSource({
        "Bismarckstraße, bismarckstr.",
        "Bismarckstraße, BISMARCKSTRASSE",
        "Schützenstraße, Schuetzenstr",
        "Kaiser-Wilhelm-Straße, kaiser wilhelm str.",
        "Berliner Straße, Berlinerstraße",
        "Gräfenaustraße, Gräfenaustraße",
        "Von-der-Tann-Straße, von der tann strasse"
    })
    void theSameStreet(String official, String typed) {
        assertEquals(Folded.fold(official), Folded.fold(typed));
    }

    @Test
    void otherStreetsStayOthers() {
        assertNotEquals(Folded.fold("Maxstraße"), Folded.fold("Marxstraße"));
        assertNotEquals(Folded.fold("Parkstraße"), Folded.fold("Parkallee"));
        assertEquals("strandweg", Folded.fold("Strandweg"));
    }
}
