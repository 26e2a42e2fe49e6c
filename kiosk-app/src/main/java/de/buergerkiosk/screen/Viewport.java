package de.buergerkiosk.screen;

import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/** Lays out at the design size and scales the result into whatever window there is. */
final class Viewport extends Region {
    private final Region design;
    private final DisplayProfile profile;
    private final Scale scale = new Scale(1, 1, 0, 0);

    Viewport(Region design, DisplayProfile profile) {
        this.design = design;
        this.profile = profile;
        design.setManaged(false);
        design.getTransforms().add(scale);
        getChildren().add(design);
    }

    @Override
    protected void layoutChildren() {
        double factor = Math.min(getWidth() / profile.widthPx(), getHeight() / profile.heightPx());
        scale.setX(factor);
        scale.setY(factor);
        design.resizeRelocate(
                Math.floor((getWidth() - profile.widthPx() * factor) / 2),
                Math.floor((getHeight() - profile.heightPx() * factor) / 2),
                profile.widthPx(),
                profile.heightPx());
    }
}
