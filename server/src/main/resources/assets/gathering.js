// Follows what goes on in a room: looks again when the server says that something has changed, and keeps what somebody is
// writing. Without this there is a link that looks again.
const room = document.querySelector("[data-gathering]");
const signal = document.getElementById("signal");
const known = new Map();
// What was written in a box that is not on the screen just now.
const kept = new Map();

let flight = false;
let again = false;
let waiting;
let unsent;
let quiet;

const plain = (element) => element.innerHTML.replace(/name="(_csrf|key)" value="[^"]*"/g, "");
// What is said in one round of a circle is not what somebody says in the next, though the box is called the same.
const nameOf = (box) => `${box.form?.elements.round?.value ?? ""} ${box.name}`;
const boxes = (element) => element.querySelectorAll("textarea, input[type=text]");

for (const region of document.querySelectorAll("[data-live]")) known.set(region.id, plain(region));
document.querySelectorAll("[data-plain]").forEach((each) => each.remove());

// Takes over what has changed, region by region; what is being written stays.
function show(markup) {
  const fresh = new DOMParser().parseFromString(markup, "text/html");
  if (!fresh.querySelector("[data-gathering]")) {
    location.reload();
    return;
  }
  for (const region of document.querySelectorAll("[data-live]")) {
    const next = fresh.getElementById(region.id);
    if (!next || known.get(region.id) === plain(next)) continue;
    known.set(region.id, plain(next));
    for (const box of boxes(region)) kept.set(nameOf(box), box.value);
    const here = document.activeElement;
    const at = region.contains(here) ? { id: here.id, from: here.selectionStart, to: here.selectionEnd } : undefined;
    const open = new Set([...region.querySelectorAll("details[open]")].map((each) => each.id));
    const ticked = new Set([...region.querySelectorAll("input:checked")].map((each) => each.id));
    region.replaceChildren(...next.childNodes);
    for (const box of boxes(region)) {
      if (box.value === "" && kept.get(nameOf(box))) {
        box.value = kept.get(nameOf(box));
        const details = box.closest("details");
        if (details) details.open = true;
      }
    }
    for (const details of region.querySelectorAll("details")) if (open.has(details.id)) details.open = true;
    for (const box of region.querySelectorAll("input")) if (ticked.has(box.id)) box.checked = true;
    const back = at && document.getElementById(at.id);
    if (back) {
      back.focus();
      if (back.setSelectionRange && at.from !== null && at.from !== undefined) back.setSelectionRange(at.from, at.to);
    }
  }
  tick();
}

async function look() {
  if (flight) {
    again = true;
    return;
  }
  flight = true;
  try {
    const answer = await fetch(location.pathname, { headers: { Accept: "text/html" } });
    if (answer.ok) show(await answer.text());
    else if (answer.status === 404) location.reload();
  } catch {
    // Nobody answers just now: the line will say when to look again.
  }
  flight = false;
  if (again) {
    again = false;
    soon();
  }
}

// A little apart, so that a full room does not ask in the same instant.
function soon() {
  clearTimeout(waiting);
  waiting = setTimeout(look, 80 + Math.random() * 250);
}

// What is sent stays in its box until the server has it; without a signal it is sent again by itself.
async function send(form, submitter) {
  const body = new URLSearchParams(new FormData(form, submitter?.form === form ? submitter : undefined));
  try {
    const answer = await fetch(form.getAttribute("action"), { method: "POST", body, headers: { Accept: "text/html" } });
    unsent = undefined;
    say("");
    if (answer.ok) {
      for (const box of boxes(form)) {
        box.value = "";
        kept.delete(nameOf(box));
      }
      for (const box of form.querySelectorAll("input[type=checkbox]")) box.checked = false;
    }
    if (answer.ok || answer.status === 422) {
      for (const region of form.closest("[data-live]") ? [form.closest("[data-live]")] : []) known.delete(region.id);
      show(await answer.text());
    } else location.reload();
  } catch {
    unsent = { form, submitter };
    say(room.dataset.unsent);
  }
}

function say(text) {
  if (signal.textContent !== text) signal.textContent = text;
  signal.hidden = text === "";
}

document.addEventListener("submit", (event) => {
  const form = event.target.closest("form[data-send]");
  if (!form || event.submitter?.name === "_language") return;
  event.preventDefault();
  send(form, event.submitter);
});

function back() {
  if (unsent?.form.isConnected) send(unsent.form, unsent.submitter);
  else if (!unsent) say("");
}

function listen() {
  const line = new EventSource(room.dataset.gathering);
  line.onopen = () => {
    clearTimeout(quiet);
    quiet = undefined;
    back();
  };
  line.onmessage = soon;
  line.onerror = () => {
    // Lines end now and then, and open again by themselves.
    quiet ??= setTimeout(() => {
      quiet = undefined;
      say(unsent ? room.dataset.unsent : room.dataset.quiet);
    }, 4000);
    if (line.readyState === EventSource.CLOSED) {
      line.close();
      setTimeout(listen, 2000);
    }
  };
}
addEventListener("online", () => {
  back();
  soon();
});

// The clock runs by the server's time, whatever a phone's own clock says.
function tick() {
  const clock = document.querySelector("[data-ends]");
  if (!clock) return;
  if (!clock.dataset.skew) clock.dataset.skew = Number(clock.dataset.now) - Date.now();
  const left = Math.max(0, Math.ceil((Number(clock.dataset.ends) - Date.now() - Number(clock.dataset.skew)) / 1000));
  clock.textContent = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
  document.getElementById("over").hidden = left > 0;
}

listen();
tick();
setInterval(tick, 1000);
