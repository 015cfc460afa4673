// What was told on this device and is not sent yet, in the browser's own database: it outlives reloads, closed tabs and
// restarts. The worker has the same few lines of its own, because it is no module.
function open() {
  return new Promise((yes, no) => {
    const request = indexedDB.open("whorl-telling", 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("outbox", { keyPath: "key" });
      request.result.createObjectStore("draft", { keyPath: "path" });
    };
    request.onsuccess = () => yes(request.result);
    request.onerror = () => no(request.error);
  });
}

async function within(store, mode, work) {
  const base = await open();
  return new Promise((yes, no) => {
    const transaction = base.transaction(store, mode);
    const request = work(transaction.objectStore(store));
    transaction.oncomplete = () => {
      base.close();
      yes(request.result);
    };
    transaction.onerror = () => no(transaction.error);
  });
}

export const all = () => within("outbox", "readonly", (store) => store.getAll());
export const keep = (told) => within("outbox", "readwrite", (store) => store.put(told));
export const forget = (key) => within("outbox", "readwrite", (store) => store.delete(key));

export async function takeDraft(path) {
  const draft = await within("draft", "readonly", (store) => store.get(path));
  await within("draft", "readwrite", (store) => store.delete(path));
  return draft;
}

// On a device that many use: what was begun, and the codes of what was sent. What was told without a signal and is not sent yet
// stays until it is.
export async function forgetOthers() {
  const kept = await indexedDB.databases();
  if (!kept.some((base) => base.name === "whorl-telling")) {
    return;
  }
  await within("draft", "readwrite", (store) => store.clear());
  const outbox = await all();
  await Promise.all(outbox.filter((told) => told.sent || told.refused).map((told) => forget(told.key)));
  if (outbox.every((told) => told.sent || told.refused)) {
    indexedDB.deleteDatabase("whorl-telling");
  }
}
