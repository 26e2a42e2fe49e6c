package de.buergerkiosk.forms;

/** How the form of a service works: schema, pages, rules and fees, ready to be evaluated. */
public final class FormPlan {
    FormPlan() {}
}
