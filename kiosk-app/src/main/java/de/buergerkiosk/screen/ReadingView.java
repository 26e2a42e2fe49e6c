package de.buergerkiosk.screen;

import de.buergerkiosk.page.Answer;
import de.buergerkiosk.page.Page;

/** Something to read and to go on from. */
final class ReadingView extends View<Page.Reading> {
    private final BlockLines blocks;

    ReadingView(Parts parts) {
        super(parts);
        blocks = new BlockLines(parts);
        content().getChildren().add(blocks);
    }

    @Override
    void fillPage(Page.Reading page, Sight sight) {
        blocks.show(page.blocks(), sight);
    }

    @Override
    Foot.Offer offer(Page.Reading page, Sight sight) {
        return Foot.Offer.of(
                Foot.Act.primary(
                        "onward",
                        sight.in(page.onward()),
                        () -> sight.showing().answer(new Answer.Onward())));
    }

    @Override
    void wipePage() {
        blocks.wipe();
    }
}
