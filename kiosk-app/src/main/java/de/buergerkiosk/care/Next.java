package de.buergerkiosk.care;

/** Where staff mode goes on after a page or a task. */
enum Next {
    /** To the page with all tasks. */
    MENU,
    /** Done; back to the citizens. */
    END,
    /** Nobody answered for five minutes. */
    GONE,
    /** Done, and the whole kiosk opens anew. */
    REOPEN
}
