// Telling where there is no signal. What is told on the sheet is kept here first, under a key that is also the teller's
// code, and sent with that key as often as it takes: the server takes in one story for one key.
import { all, forget, keep, takeDraft } from "./telling-store.js";

// The letters and digits that do not look alike, as the server writes its codes.
const SIGNS = "0123456789abcdefghjkmnpqrstvwxyz";

// Whom somebody under sixteen may choose; the server refuses others.
const OPEN = { "young-self": ["for-team", "for-partnership"], "young-alone": ["for-team"] };

function freshKey() {
  const signs = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => SIGNS[byte % 32]);
  return signs.join("").replace(/(.{4})(?=.)/g, "$1-");
}

function line(told, box) {
  const item = document.createElement("li");
  const code = document.createElement("code");
  code.textContent = told.key;
  const says = document.createElement("span");
  says.textContent = " " + (told.sent ? box.dataset.sent : told.refused ? box.dataset.refused : box.dataset.kept) + " ";
  item.append(code, says);
  if (told.sent || told.refused) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "whorl-quiet";
    button.textContent = box.dataset.forget;
    button.addEventListener("click", async () => {
      await forget(told.key);
      await show();
    });
    item.append(button);
  }
  return item;
}

async function show() {
  const box = document.getElementById("outbox");
  const outbox = await all();
  box.hidden = outbox.length === 0;
  box.querySelector("ul").replaceChildren(...outbox.map((told) => line(told, box)));
}

async function sendOne(told) {
  const page = await fetch(told.path, { cache: "no-store" });
  const csrf = new DOMParser().parseFromString(await page.text(), "text/html").querySelector("input[name=_csrf]");
  if (!page.ok || !csrf) {
    return;
  }
  const body = new FormData();
  Object.entries({ ...told.fields, key: told.key, step: "check", _csrf: csrf.value }).forEach(([name, value]) => body.append(name, value));
  (told.files ?? []).forEach(([name, file]) => body.append(name, file, name));
  const answer = await fetch(told.path, { method: "POST", body });
  const says = await answer.text();
  if (answer.ok && says.includes(told.key)) {
    // The words have arrived; only the code stays here.
    await keep({ key: told.key, path: told.path, sent: true });
  } else if (answer.status === 422) {
    await keep({ ...told, refused: true });
  }
}

async function send() {
  for (const told of (await all()).filter((one) => !one.sent && !one.refused)) {
    try {
      await sendOne(told);
    } catch {
      break; // no signal yet
    }
  }
  await show();
}

function fields(form) {
  const said = Object.fromEntries([...new FormData(form)].filter(([, value]) => typeof value === "string"));
  const open = OPEN[said.age];
  return Object.fromEntries(
    Object.entries(said).filter(([name]) => name !== "_csrf" && !(open && name.startsWith("for-") && !open.includes(name))),
  );
}

const MEGABYTE = 1024 * 1024;

/** Voice and photographs that were chosen. */
const files = (form) => [...new FormData(form)].filter(([, value]) => value instanceof File && value.size > 0);

function isWhole(said, chosen) {
  const about = said.kind === "thanks" || said.kind === "barrier";
  const named = said["name-choice"] && said["name-choice"] !== "none";
  const spoken = chosen.some(([name]) => name === "recording");
  const unsaid = chosen.some(([name]) => name.startsWith("photo-") && !(said[name.replace("photo-", "photo-on-")] ?? "").trim());
  const large = chosen.some(([name, file]) => file.size > (name === "recording" ? 6 : 10) * MEGABYTE);
  return !unsaid && !large && ["kind", !spoken && "words", "teller", "age", "where", "name-choice", "answer", about && "about", named && "name"]
    .filter(Boolean)
    .every((name) => (said[name] ?? "").trim() !== "");
}

/** Puts a file that was chosen before the signal went into the field of the sheet. */
function putFile(field, file) {
  const chosen = new DataTransfer();
  if (file instanceof File && file.size > 0) {
    chosen.items.add(file);
  }
  field.files = chosen.files;
}

async function prepare(form) {
  const draft = await takeDraft(form.dataset.sheet);
  for (const [name, value] of Object.entries(draft?.fields ?? {})) {
    const field = form.elements[name];
    if (field instanceof HTMLInputElement && field.type === "checkbox") {
      field.checked = true;
    } else if (field instanceof HTMLInputElement && field.type === "file") {
      putFile(field, value);
    } else if (field && name !== "step" && typeof value === "string") {
      field.value = value;
    }
  }
  // A telephone that throws a page away to make room brings it back with the same key, and so with the same recording.
  const place = "whorl-key" + form.dataset.sheet;
  let key = draft?.fields.key ?? sessionStorage.getItem(place) ?? freshKey();
  sessionStorage.setItem(place, key);
  const { prepareVoice } = await import("./voice.js");
  const voice = await prepareVoice(form.querySelector("[data-voice]"), key);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const said = fields(form);
    const missing = document.getElementById("missing");
    const chosen = files(form);
    missing.hidden = isWhole(said, chosen);
    if (!isWhole(said, chosen)) {
      missing.focus();
      return;
    }
    await keep({ key, path: form.dataset.sheet, fields: said, files: chosen });
    await voice.clear();
    key = freshKey();
    sessionStorage.setItem(place, key);
    voice.rename(key);
    form.reset();
    await show();
    document.getElementById("outbox").scrollIntoView();
    await send();
  });
}

async function remember(link) {
  const sheet = link + "/sheet";
  const cache = await caches.open("whorl-telling");
  const page = await fetch(sheet);
  const html = new DOMParser().parseFromString(await page.clone().text(), "text/html");
  const needed = [...html.querySelectorAll("link[rel=stylesheet], script[src]")].map((each) => each.getAttribute("href") ?? each.getAttribute("src"));
  await cache.put(sheet, page);
  const beside = ["telling-store.js", "voice.js", "voice-store.js"];
  await cache.addAll([...needed, ...needed.filter((each) => each.endsWith("/tell.js")).flatMap((each) => beside.map((name) => each.replace("tell.js", name)))]);
}

const link = location.pathname.replace(/\/sheet$/, "");
const form = document.querySelector("form[data-sheet]");
if (form) {
  await prepare(form);
}
addEventListener("online", send);
await send();
if ("serviceWorker" in navigator) {
  await navigator.serviceWorker.register("/t/worker.js", { scope: "/t/" });
  await remember(link).catch(() => {}); // without a signal what was remembered before is used
  document.documentElement.dataset.remembered = "yes";
}
