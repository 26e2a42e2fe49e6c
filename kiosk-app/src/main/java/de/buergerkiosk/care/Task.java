package de.buergerkiosk.care;

/** One thing that staff do at the kiosk. */
interface Task {
    Next run(Session session) throws InterruptedException;
}
