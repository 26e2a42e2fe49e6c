// The call page: asks every other second, so nothing has to be held open and nothing can run out.
// Numbers that are not known to be true any more are taken off the wall.
"use strict";
const EVERY = 2000, PATIENCE = 5000, STALE_AFTER = 10000, NEW_FOR = 12000;
const body = document.body, board = document.getElementById("board"), rows = document.getElementById("calls");
const none = document.getElementById("none"), stale = document.getElementById("stale"), time = document.getElementById("time");
const seen = new Set([...rows.children].map((row) => row.dataset.call));
const fresh = new Map();
let trueAt = performance.now();

function cell(text) {
  const td = document.createElement("td");
  td.textContent = text;
  return td;
}

function say(calls) {
  const word = (number, counter) => calls.map((c) => `${number} ${c.number}, ${counter} ${c.counter}`).join(". ");
  document.getElementById("said").textContent = word(body.dataset.number, body.dataset.counter);
  document.getElementById("said-en").textContent = word(body.dataset.numberEn, body.dataset.counterEn);
}

function show(answer) {
  const now = performance.now(), news = [];
  rows.replaceChildren(...answer.calls.map((call) => {
    const key = `${call.number}/${call.times}`;
    if (!seen.has(key)) { seen.add(key); fresh.set(key, now); news.push(call); }
    const row = document.createElement("tr");
    row.dataset.call = key;
    row.classList.toggle("new", fresh.has(key) && now - fresh.get(key) < NEW_FOR);
    row.append(cell(call.number), cell(call.counter));
    return row;
  }));
  if (seen.size > 500) { seen.clear(); answer.calls.forEach((c) => seen.add(`${c.number}/${c.times}`)); }
  none.hidden = answer.calls.length > 0;
  board.hidden = answer.calls.length === 0;
  stale.hidden = true;
  time.textContent = answer.time;
  if (news.length > 0) say(news);
}

function doubt() {
  if (performance.now() - trueAt < STALE_AFTER) return;
  board.hidden = true;
  none.hidden = true;
  stale.hidden = false;
}

async function ask() {
  try {
    const answer = await fetch(`/call/${body.dataset.venue}/now`, { cache: "no-store", credentials: "omit", signal: AbortSignal.timeout(PATIENCE) });
    if (!answer.ok) throw new Error(answer.status);
    const now = await answer.json();
    trueAt = performance.now();
    show(now);
  } catch (trouble) {
    doubt();
  } finally {
    setTimeout(ask, EVERY);
  }
}

setInterval(doubt, 1000);
setTimeout(ask, EVERY);
