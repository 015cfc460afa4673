// A device that many use, one after the other. Nothing of what somebody told stays on it: not on the screen, not behind the Back
// button, not in the browser's database.
import { forgetOthers } from "./telling-store.js";

const ASKED_AFTER = 40_000;
const THEN_LEFT = 20_000;

const box = document.getElementById("still");
const words = document.getElementById("still-words");
let asking = 0;
let ending = 0;

function restart() {
  location.replace(box.dataset.restart);
}

function wait() {
  clearTimeout(asking);
  clearTimeout(ending);
  asking = setTimeout(ask, ASKED_AFTER);
}

function ask() {
  box.showModal();
  words.textContent = words.dataset.words;
  document.getElementById("go-on").focus();
  ending = setTimeout(restart, THEN_LEFT);
}

// An answer to a form would be asked for again by Back; this address, asked for anew, is an empty beginning.
history.replaceState(null, "", location.pathname);
addEventListener("pageshow", (event) => {
  if (event.persisted) {
    restart();
  }
});

for (const sign of ["pointerdown", "keydown", "input", "scroll"]) {
  addEventListener(sign, () => box.open || wait(), { capture: true, passive: true });
}
box.addEventListener("close", () => {
  words.textContent = "";
  wait();
});
document.getElementById("go-on").addEventListener("click", () => box.close());

// What somebody told goes with its form; without a network the form stays where it is.
for (const form of document.forms) {
  form.addEventListener("submit", (event) => {
    const says = document.getElementById("no-signal");
    says.textContent = navigator.onLine ? "" : says.dataset.words;
    if (!navigator.onLine) {
      event.preventDefault();
    }
  });
}
for (const link of document.querySelectorAll(`a[href="${box.dataset.restart}"]`)) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    restart();
  });
}

// An untouched beginning may wait as long as it likes.
if (!box.dataset.first) {
  wait();
}
await forgetOthers();
