package de.buergerkiosk.central.oidc.simulated;

import java.util.List;

/** The pages of the simulated provider, German first. */
final class ProviderHtml {
    private ProviderHtml() {}

    private static final String STYLE =
            """
            body { margin: 0; font: 1rem/1.5 system-ui, "Liberation Sans", sans-serif; color: #16202c; }
            header { background: #6b3a00; color: #fff; padding: .75rem 1.5rem; font-weight: 600; }
            main { max-width: 34rem; margin: 2rem auto; padding: 0 1.5rem; }
            h1 { font-size: 1.6rem; line-height: 1.2; }
            button { display: block; width: 100%; font: inherit; text-align: left; padding: .75rem 1rem; margin: 0 0 .75rem;
              border: 2px solid #6b3a00; border-radius: .3rem; background: #fff; color: inherit; cursor: pointer; }
            button:hover { background: #fdf3e7; }
            :focus-visible { outline: 3px solid #b34700; outline-offset: 2px; }
            strong, small { display: block; }
            """;

    static String choice(String page, List<ExamplePerson> people) {
        var buttons = new StringBuilder();
        for (var person : people) {
            buttons.append(
                    """
                    <button name="login" value="%s"><strong>%s</strong><small>%s</small><small lang="en">%s</small></button>
                    """
                            .formatted(
                                    person.login(),
                                    person.name(),
                                    person.aboutGerman(),
                                    person.aboutEnglish()));
        }
        return frame(
                "Wer meldet sich an?",
                """
                <p>Dies ist das simulierte Verwaltungskonto der Vorführung: Es gibt keine Kennwörter.
                <span lang="en">This is the simulated identity provider of the demonstration: there are no passwords.</span></p>
                <form method="post" action="/authorize">
                <input type="hidden" name="page" value="%s">
                %s</form>
                """
                        .formatted(page, buttons));
    }

    static String refused(String why) {
        return frame(
                "Anfrage abgelehnt",
                "<p>%s</p><p lang=\"en\">The request of the application was refused.</p>"
                        .formatted(why));
    }

    static String bye() {
        return frame(
                "Abgemeldet", "<p>Sie sind abgemeldet. <span lang=\"en\">Signed out.</span></p>");
    }

    private static String frame(String title, String content) {
        return """
        <!DOCTYPE html>
        <html lang="de"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%s – Simulation</title><style>%s</style></head>
        <body><header>Simulation – Verwaltungskonto / example identity provider</header>
        <main><h1>%s</h1>%s</main></body></html>
        """
                .formatted(title, STYLE, title, content);
    }
}
