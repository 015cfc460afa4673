// The picture answers while a slider moves. Without this the boxes and the button do the same.
const desk = document.querySelector("[data-picture]");
const form = desk.querySelector("form");
const said = document.getElementById("said");

const name = crypto.getRandomValues(new Uint32Array(4)).join("-");

let flight;
let again = false;
let pause;
let surePause;
let saying;

for (const row of form.querySelectorAll("[data-knob]")) {
  const box = row.querySelector("input");
  const slider = document.createElement("input");
  slider.type = "range";
  slider.className = "whorl-slider";
  slider.min = row.dataset.least;
  slider.max = row.dataset.most;
  slider.step = row.dataset.step;
  slider.value = box.value;
  slider.setAttribute("aria-label", form.querySelector(`label[for="${CSS.escape(box.id)}"]`).textContent.trim());
  row.prepend(slider);
  slider.addEventListener("input", () => {
    box.value = slider.value;
    moved(row, box);
    soon();
  });
  box.addEventListener("input", () => {
    slider.value = box.value.replace(/[, ]/g, "");
    moved(row, box);
    soon(250);
  });
}
for (const other of form.querySelectorAll("select:not(#k), input:not([type=hidden]):not([type=range])")) {
  if (!other.closest("[data-knob]")) other.addEventListener("change", () => soon(0));
}
form.addEventListener("submit", (event) => {
  const keeps = form.method === "post" && event.submitter?.name !== "ask";
  if (!keeps && !document.getElementById("k")?.value) {
    event.preventDefault();
    ask(false);
  }
});

function moved(row, box) {
  row.closest(".whorl-knob").classList.toggle("whorl-knob--moved", Number(box.value) !== Number(row.dataset.base));
}

function soon(wait = 40) {
  clearTimeout(surePause);
  if (pause) return;
  pause = setTimeout(() => {
    pause = undefined;
    ask(false);
  }, wait);
}

// Only what was moved goes into the address, so that it can be read and sent to somebody.
function address() {
  const parts = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    const row = form.elements[name]?.closest?.("[data-knob]");
    if (name.startsWith("_")) continue;
    if (value !== "" && !(row && value === row.dataset.base)) parts.append(name, value);
  }
  return parts;
}

// One question at a time: while a slider's is on its way the next waits, and only where the slider is by then is asked.
// How sure an answer is takes longer; who moves on does not wait for it, and the server, told by the page's name, stops.
async function ask(sure) {
  clearTimeout(surePause);
  if (flight && !flight.sure) {
    again = true;
    return;
  }
  flight?.abort();
  const mine = Object.assign(new AbortController(), { sure });
  flight = mine;
  const parts = address();
  if (form.method === "get" && !sure) {
    history.replaceState(null, "", parts.size ? `?${parts}` : location.pathname);
    for (const other of document.querySelectorAll("a[hreflang]")) {
      const language = new URLSearchParams(parts);
      language.set("lang", other.hreflang);
      other.href = `?${language}`;
    }
  }
  if (sure) parts.append("sure", "yes");
  try {
    const response = await fetch(`${desk.dataset.picture}?${parts}`, {
      signal: mine.signal,
      headers: { "Whorl-Page": name },
    });
    if (!response.ok) throw new Error(String(response.status));
    if (response.status !== 204) show(await response.text());
    if (!sure && !again) surePause = setTimeout(() => ask(true), 600);
    if (!sure) shown(parts);
  } catch (problem) {
    if (problem.name !== "AbortError") form.requestSubmit ? form.submit() : location.reload();
  } finally {
    if (flight === mine) flight = undefined;
  }
  if (again && !flight) {
    again = false;
    ask(false);
  }
}

function show(markup) {
  const piece = document.createElement("template");
  piece.innerHTML = markup;
  const opened = new Set([...document.querySelectorAll("#answer details[open]")].map(place));
  for (const id of ["lead", "rest"]) {
    document.getElementById(id).replaceWith(piece.content.getElementById(id));
  }
  for (const details of document.querySelectorAll("#answer details")) {
    if (opened.has(place(details))) details.open = true;
  }
  import("./readout.js").then(({ read }) => read(document.getElementById("answer")));
  clearTimeout(saying);
  saying = setTimeout(() => {
    said.textContent = document.getElementById("lead").innerText;
  }, 900);
}

// Which of its kind it is: what was open stays open when the answer changes.
function place(details) {
  return details.id || details.closest("[id]")?.id || details.querySelector("summary")?.textContent;
}

if (document.querySelector("[data-sure]")) surePause = setTimeout(() => ask(true), 400);

// Whoever shows the picture tells each move; whoever looks along asks now and then where the sliders are.
const stage = document.querySelector("[data-shows]");
const along = document.querySelector("[data-along]");

function shown(parts) {
  if (!stage) return;
  const move = new URLSearchParams(parts);
  move.set("moved", "yes");
  move.set("_csrf", stage.elements._csrf.value);
  fetch(stage.action, { method: "POST", body: move });
}

async function lookAlong(before) {
  let number = before;
  try {
    const now = await fetch(along.dataset.along, { headers: { Accept: "text/plain" } });
    if (now.status === 204) {
      along.textContent = along.dataset.over;
      return;
    }
    number = now.headers.get("Whorl-Show");
    if (now.ok && number !== before) put(new URLSearchParams(await now.text()));
  } catch {
    // Nobody answers just now: look again later.
  }
  setTimeout(() => lookAlong(number), 1500);
}

// Puts every slider where it is shown; what has no slider here needs the page anew.
function put(parts) {
  const paths = [...parts.keys()].filter((key) => key.startsWith("v."));
  if (paths.some((path) => !form.elements[path]) || (parts.get("s") ?? "") !== (form.elements.s?.value ?? "")) {
    parts.set("along", "yes");
    location.search = parts;
    return;
  }
  for (const row of form.querySelectorAll("[data-knob]")) {
    const box = row.querySelector("input:not([type=range])");
    box.value = parts.get(box.name) ?? row.dataset.base;
    row.querySelector("input[type=range]").value = box.value;
    moved(row, box);
  }
  ask(false);
}

stage?.querySelector("[data-plain]")?.remove();
if (along) lookAlong(along.dataset.number);
