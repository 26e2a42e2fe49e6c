package de.buergerkiosk.screen;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PicturesTest {
    @Test
    void draws() throws Exception {
        var dir = Path.of("target/pictures");
        Files.createDirectories(dir);
        int n = 0;
        for (var page : Examples.all()) {
            Fx.show(page);
            Fx.HAND.picture(dir.resolve("%02d-%s.png".formatted(++n, page.name())), 0.5);
        }
    }
}
