package de.buergerkiosk.screen;

import de.buergerkiosk.page.Answer;
import de.buergerkiosk.page.Page;
import java.util.List;
import javafx.scene.layout.VBox;

/** Who asks the ID card for what, and for which purpose. */
final class ConsentView extends View<Page.Consent> {
    private final BlockLines asked;
    private final BlockLines required;
    private final VBox optional = new VBox();
    private final Prose optionalHeading = new Prose("heading");
    private final Kept<OptionPress> optionPresses;
    private final BlockLines details;

    ConsentView(Parts parts) {
        super(parts);
        asked = new BlockLines(parts);
        required = new BlockLines(parts);
        required.getStyleClass().add("card");
        optional.setSpacing(parts.px(3));
        optionPresses =
                new Kept<>(optional.getChildren(), () -> new OptionPress("check-circle", "circle"));
        details = new BlockLines(parts);
        content().getChildren().addAll(asked, required, optionalHeading, optional, details);
    }

    @Override
    void fillPage(Page.Consent page, Sight sight) {
        asked.show(
                List.of(
                        new Page.Fact(
                                "identification-card",
                                sight.ownWords().say("screen.whoAsks"),
                                page.whoAsks()),
                        new Page.Fact(
                                "info", sight.ownWords().say("screen.purpose"), page.purpose())),
                sight);
        required.show(
                List.of(
                        new Page.Heading(sight.ownWords().say("screen.required")),
                        new Page.Bullets(page.required())),
                sight);
        optionalHeading.say(page.optional().isEmpty() ? "" : sight.say("screen.optional"));
        Shown.set(optionalHeading, !page.optional().isEmpty());
        Shown.set(optional, !page.optional().isEmpty());
        var presses = optionPresses.take(page.optional().size());
        for (int i = 0; i < presses.size(); i++) {
            var option = page.optional().get(i);
            var press = presses.get(i);
            press.setId("option-consent-" + option.id());
            press.say(sight.in(option.label()));
            press.chosen(sight.showing().isTicked(option.id()));
            press.does(() -> {
                boolean on = !sight.showing().isTicked(option.id());
                sight.showing().tick(option.id(), on);
                press.chosen(on);
            });
        }
        details.show(page.details(), sight);
    }

    @Override
    Foot.Offer offer(Page.Consent page, Sight sight) {
        return Foot.Offer.of(
                Foot.Act.primary(
                        "onward",
                        sight.in(page.onward()),
                        () -> sight.showing().answer(new Answer.Agreed(sight.showing().ticked()))));
    }

    @Override
    void wipePage() {
        asked.wipe();
        required.wipe();
        optionalHeading.wipe();
        optionPresses.wipe();
        details.wipe();
    }
}
