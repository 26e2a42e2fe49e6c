package de.buergerkiosk.screen;

/** What a citizen can set at any page; falls back at the end of the visit. */
record Look(String language, TextSize size, Contrast contrast) {
    static Look standard(String language) {
        return new Look(language, TextSize.NORMAL, Contrast.LIGHT);
    }

    Look in(String newLanguage) {
        return new Look(newLanguage, size, contrast);
    }

    Look sized(TextSize newSize) {
        return new Look(language, newSize, contrast);
    }

    Look coloured(Contrast newContrast) {
        return new Look(language, size, newContrast);
    }

    /** Whether the text is so large that pages have one column only. */
    boolean narrow() {
        return size.compareTo(TextSize.LARGE) >= 0;
    }
}
