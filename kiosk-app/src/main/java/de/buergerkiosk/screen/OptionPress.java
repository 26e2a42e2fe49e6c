package de.buergerkiosk.screen;

/** An option that is chosen or not: shown by ground, border, weight and icon. */
final class OptionPress extends Press {
    private final Icon mark;
    private final String whenOn;
    private final String whenOff;

    /**
     * @param whenOn icon of a chosen option
     * @param whenOff icon of one that is not
     */
    OptionPress(String whenOn, String whenOff) {
        super("option");
        this.whenOn = whenOn;
        this.whenOff = whenOff;
        mark = new Icon(whenOff, Icon.Size.MEDIUM);
        mark.setMouseTransparent(true);
        getChildren().addAll(mark, prose());
    }

    void chosen(boolean on) {
        Shown.style(this, "chosen", on);
        mark.show(on ? whenOn : whenOff);
    }

    @Override
    public void wipe() {
        super.wipe();
        chosen(false);
    }
}
