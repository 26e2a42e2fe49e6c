package de.buergerkiosk.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * A real Chromium at the desk door, worked by keyboard alone. {@code -Dbrowser} names a folder
 * {@code node_modules} with {@code playwright-core} (the same version as the library) and {@code
 * axe-core}; Chromium itself is Debian's. Without them the test is skipped, and in CI nothing may be.
 */
final class DeskBrowser implements AutoCloseable {
    private static final Optional<Path> MODULES =
            Optional.ofNullable(System.getProperty("browser")).map(Path::of);
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final int WAIT_MILLISECONDS_MAX = 60_000;
    private static final int STEPS_MAX = 250;

    /** What people hear of the element that has the focus. */
    private static final String NAME =
            """
            (() => {
              const e = document.activeElement;
              if (!e || e === document.body) { return ''; }
              const label = e.getAttribute('aria-label')
                || Array.from(e.labels || [], l => l.textContent).join(' ')
                || e.textContent || e.id;
              return label.replace(/\\s+/g, ' ').trim();
            })()
            """;

    /** What was pressed leaves the page; a mark on the old one shows when the new one is there. */
    private static final String MARK = "document.documentElement.dataset.old = 'yes'";

    private static final String NEW_PAGE =
            "() => document.readyState === 'complete' && !document.documentElement.dataset.old";

    private final BrowserContext context;
    private final Page page;

    private static final class Holder {
        static final Browser CHROMIUM_BROWSER = start();

        private static Browser start() {
            System.setProperty("playwright.cli.dir", driver().toString());
            var playwright =
                    Playwright.create(
                            new Playwright.CreateOptions()
                                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            return playwright
                    .chromium()
                    .launch(
                            new BrowserType.LaunchOptions()
                                    .setExecutablePath(CHROMIUM)
                                    .setTimeout(2.0 * WAIT_MILLISECONDS_MAX)
                                    .setArgs(
                                            List.of(
                                                    "--no-sandbox",
                                                    "--disable-gpu",
                                                    "--disable-quic",
                                                    "--no-first-run",
                                                    "--disable-background-networking",
                                                    "--disable-component-update",
                                                    "--disable-sync")));
        }

        /** The library looks for node and script beside each other. */
        private static Path driver() {
            try {
                var folder = RunningCentre.folder();
                Files.createSymbolicLink(
                        folder.resolve("package"),
                        MODULES.orElseThrow().resolve("playwright-core").toAbsolutePath());
                Files.createSymbolicLink(folder.resolve("node"), node());
                return folder;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Path node() {
            for (var folder : System.getenv("PATH").split(":", -1)) {
                var node = Path.of(folder, "node");
                if (Files.isExecutable(node)) {
                    return node;
                }
            }
            throw new IllegalStateException("node is not in PATH");
        }
    }

    private DeskBrowser(String language, int width, int height) {
        context =
                Holder.CHROMIUM_BROWSER.newContext(
                        new Browser.NewContextOptions()
                                .setLocale(language)
                                .setViewportSize(width, height));
        context.setDefaultTimeout(WAIT_MILLISECONDS_MAX);
        page = context.newPage();
    }

    /** A fresh browser without cookies, or the test is skipped. */
    static DeskBrowser open() {
        return open(1280, 800);
    }

    static DeskBrowser open(int width, int height) {
        assumeTrue(
                MODULES.isPresent(),
                "npm packages playwright-core and axe-core not given: -Dbrowser=.../node_modules");
        assumeTrue(
                Files.isExecutable(CHROMIUM),
                "chromium is not installed; sudo apt-get install chromium");
        return new DeskBrowser("de-DE", width, height);
    }

    Page page() {
        return page;
    }

    /** Opens a page by its address, as from a bookmark. */
    DeskBrowser at(String path) {
        page.navigate("http://localhost:" + RunningCentre.ready().desk().orElseThrow() + path);
        return this;
    }

    /** Logs in with the form. */
    DeskBrowser as(String name) throws IOException {
        at("/login");
        tabTo("Benutzername").type(name);
        tabTo("Kennwort").type(TestDesk.password(name));
        return enter();
    }

    String path() {
        return page.url().replaceFirst("^http://localhost:\\d+", "");
    }

    String text() {
        return page.locator("main").innerText();
    }

    String heading() {
        return page.locator("h1").innerText().strip();
    }

    /**
     * Presses Tab until an element whose name begins so has the focus, as somebody does who sees the
     * page and has no mouse. The focus must be visible.
     */
    DeskBrowser tabTo(String name) {
        var seen = new ArrayList<String>();
        for (int i = 0; i < STEPS_MAX; i++) {
            page.keyboard().press("Tab");
            var here = focused();
            if (here.startsWith(name)) {
                assertNotEquals("none", outline(), "the focus on " + name + " is invisible");
                return this;
            }
            seen.add(here);
        }
        return fail("no Tab reaches " + name + "; reached: " + seen.stream().distinct().toList());
    }

    String focused() {
        return String.valueOf(page.evaluate(NAME));
    }

    private String outline() {
        return String.valueOf(
                page.evaluate("getComputedStyle(document.activeElement).outlineStyle"));
    }

    /** Replaces what stands in the field that has the focus. */
    DeskBrowser type(String text) {
        page.keyboard().press("Control+A");
        page.keyboard().press("Delete");
        page.keyboard().type(text);
        return this;
    }

    /** Presses the arrow until the choice that has the focus begins so. */
    DeskBrowser choose(String text) {
        for (int i = 0; i < STEPS_MAX; i++) {
            var chosen =
                    String.valueOf(
                            page.evaluate(
                                    "document.activeElement.selectedOptions[0].textContent.trim()"));
            if (chosen.startsWith(text)) {
                return this;
            }
            page.keyboard().press("ArrowDown");
        }
        return fail("there is no choice " + text + " in " + focused());
    }

    /** Presses Enter on what leads to another page, and waits for it. */
    DeskBrowser enter() {
        page.evaluate(MARK);
        page.keyboard().press("Enter");
        page.waitForFunction(NEW_PAGE);
        return this;
    }

    /** To a link or button by keyboard, and through it. */
    DeskBrowser follow(String name) {
        return tabTo(name).enter();
    }

    DeskBrowser reload() {
        page.reload();
        return this;
    }

    /** Reloads until the page is so; what the centre does by itself takes its time. */
    DeskBrowser until(String what, BooleanSupplier so) {
        for (int i = 0; i < STEPS_MAX; i++) {
            if (so.getAsBoolean()) {
                return this;
            }
            page.waitForTimeout(500);
            reload();
        }
        return fail("it never came to this: " + what + "\n" + text());
    }

    /**
     * Somebody else's judge of accessibility (axe-core) finds nothing by WCAG 2.2 AA and its own best
     * practices, and the page has no scroll bar across.
     */
    DeskBrowser judged() throws IOException {
        page.evaluate(Files.readString(MODULES.orElseThrow().resolve("axe-core/axe.min.js")));
        var found =
                page.evaluate(
                        """
                        () => axe.run(document, {resultTypes: ['violations']}).then(r =>
                          r.violations.map(v => v.id + ': '
                            + v.nodes.map(n => n.target + ' ' + n.failureSummary).join('; ')).join('\\n'))
                        """);
        assertEquals("", found, path());
        var wide =
                page.evaluate(
                        "document.documentElement.scrollWidth -"
                                + " document.documentElement.clientWidth");
        assertTrue(
                Integer.parseInt(String.valueOf(wide)) <= 0, path() + " is wider than the window");
        return this;
    }

    /** For people who look at what the tests see: {@code -Dbrowser.pictures=DIR}. */
    DeskBrowser picture(String name) {
        Optional.ofNullable(System.getProperty("browser.pictures"))
                .ifPresent(folder ->
                        page.screenshot(
                                new Page.ScreenshotOptions()
                                        .setFullPage(true)
                                        .setPath(Path.of(folder, name + ".png"))));
        return this;
    }

    @Override
    public void close() {
        context.close();
    }
}
