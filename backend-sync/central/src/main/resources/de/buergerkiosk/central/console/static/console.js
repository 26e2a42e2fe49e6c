// Brings what changes by itself up to date, every 15 seconds, while somebody looks at it. Without
// this script the pages work as well; one reloads them.
(() => {
  'use strict';
  const parts = () => document.querySelectorAll('[data-refresh][id]');
  const button = document.querySelector('[data-pause]');
  if (!button || parts().length === 0) {
    return;
  }
  const every = 15000;
  // Questions of this script keep a login alive: without a hand at the desk they end.
  const idleMax = 600000;
  const trouble = document.querySelector('[data-refresh-trouble]');
  let touched = Date.now();
  let paused = false;
  let asking = false;

  const say = (text) => {
    if (trouble && trouble.textContent !== text) {
      trouble.textContent = text;
    }
  };

  const replace = (page) => {
    const held = document.activeElement ? document.activeElement.id : '';
    parts().forEach((part) => {
      const fresh = page.getElementById(part.id);
      if (fresh && fresh.innerHTML !== part.innerHTML) {
        const left = Array.from(part.querySelectorAll('.scroll'), (box) => box.scrollLeft);
        part.replaceChildren(...fresh.childNodes);
        part.querySelectorAll('.scroll').forEach((box, i) => { box.scrollLeft = left[i] || 0; });
      }
    });
    const again = held && document.getElementById(held);
    if (again && document.activeElement !== again) {
      again.focus({ preventScroll: true });
    }
  };

  const refresh = async () => {
    if (paused || asking || document.hidden) {
      return;
    }
    if (Date.now() - touched > idleMax) {
      say(trouble.dataset.idleText);
      return;
    }
    asking = true;
    try {
      const answer = await fetch(location.href, { signal: AbortSignal.timeout(10000) });
      if (!answer.ok || answer.redirected) {
        throw new Error(String(answer.status));
      }
      replace(new DOMParser().parseFromString(await answer.text(), 'text/html'));
      say('');
    } catch {
      say(trouble.dataset.lostText);
    } finally {
      asking = false;
    }
  };

  ['keydown', 'pointerdown'].forEach((kind) =>
    document.addEventListener(kind, () => { touched = Date.now(); }));
  button.hidden = false;
  button.addEventListener('click', () => {
    paused = !paused;
    button.textContent = paused ? button.dataset.goText : button.dataset.pauseText;
    refresh();
  });
  setInterval(refresh, every);
})();
