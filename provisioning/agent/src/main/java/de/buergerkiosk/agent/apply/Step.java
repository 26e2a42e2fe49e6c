package de.buergerkiosk.agent.apply;

/** What of a bundle's way is done; a proof stops the process at each. */
public enum Step {
    VERIFIED,
    BUNDLE_KEPT,
    STAGED,
    UNPACKING,
    UNPACKED,
    TRIAL_BEGUN,
    CONFIRMED,
    TIDIED,
    FALLEN_BACK
}
