package de.buergerkiosk.main;

import de.buergerkiosk.ports.DeviceState;
import de.buergerkiosk.ports.Fault;
import de.buergerkiosk.ports.print.DocumentPrinter;
import de.buergerkiosk.ports.print.PrintOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The simulated A4 printer: its paper falls into a folder. For demonstrations only; in production
 * the settings refuse it, for paper in a folder is personal data in a file.
 */
final class PaperFolder implements DocumentPrinter {
    private final Path folder;

    PaperFolder(Path folder) {
        this.folder = folder;
    }

    @Override
    public PrintOutcome print(String name, byte[] pdf) {
        try {
            Files.createDirectories(folder);
            var writing = Files.createTempFile(folder, name, ".part");
            Files.write(writing, pdf);
            Files.move(writing, folder.resolve(name + ".pdf"), StandardCopyOption.REPLACE_EXISTING);
            return new PrintOutcome.Printed();
        } catch (IOException e) {
            return new PrintOutcome.Halted(
                    new Fault("DOC-FOLDER", "documents.folder: cannot write to " + folder));
        }
    }

    @Override
    public DeviceState state() {
        return Files.isWritable(folder)
                ? new DeviceState.Ready()
                : new DeviceState.Down(
                        new Fault("DOC-FOLDER", "documents.folder: cannot write to " + folder));
    }

    @Override
    public void close() {}
}
