package de.buergerkiosk.forms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class EveryServiceOfTheHouseIsValidTest {
    @TestFactory
    Stream<DynamicTest> noFindingsAndAllCasesPass() throws IOException {
        return House.services().stream()
                .map(folder ->
                        DynamicTest.dynamicTest(
                                folder.getFileName().toString(),
                                () -> {
                                    var check = ServiceCheck.of(folder);
                                    assertEquals(List.of(), check.findings());
                                    assertEquals(0, check.failed());
                                    assertTrue(
                                            check.passed() >= 10,
                                            "only " + check.passed() + " cases");
                                }));
    }

    @Test
    void theFirstTwoServicesAreThere() throws IOException {
        var slugs = House.services().stream().map(f -> f.getFileName().toString()).toList();
        assertTrue(slugs.containsAll(List.of("parking-permit", "bulky-waste")), slugs.toString());
    }

    @Test
    void theirKeysInTheFederalCatalogueDiffer() throws IOException {
        var keys = new HashSet<String>();
        for (var folder : House.services()) {
            assertTrue(keys.add(House.load(folder).leikaKey()), folder.toString());
        }
    }
}
