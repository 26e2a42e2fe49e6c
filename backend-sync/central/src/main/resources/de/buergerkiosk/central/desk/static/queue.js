// Brings the lists up to date while somebody works here; the presses above stay as they are. It stops
// after ten minutes without a hand at the keys, so that an empty chair is logged out as usual.
"use strict";
const EVERY = 5000, PATIENCE = 5000, IDLE_AFTER = 600000, OLD_AFTER = 20000;
const lists = document.getElementById("lists"), old = document.getElementById("old");
let touchedAt = performance.now(), trueAt = performance.now();
for (const kind of ["keydown", "pointerdown"]) addEventListener(kind, () => { touchedAt = performance.now(); });

async function look() {
  try {
    if (performance.now() - touchedAt > IDLE_AFTER || document.hidden) return;
    const answer = await fetch(lists.dataset.from, { cache: "no-store", redirect: "error", signal: AbortSignal.timeout(PATIENCE) });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    trueAt = performance.now();
    // whoever is about to press a button in the list keeps it
    if (!lists.contains(document.activeElement)) lists.replaceChildren(...page.body.children);
  } catch (trouble) {
    // told by its age
  } finally {
    old.hidden = performance.now() - trueAt < OLD_AFTER;
    setTimeout(look, EVERY);
  }
}
setTimeout(look, EVERY);
