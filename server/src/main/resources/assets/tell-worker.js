// Stands between the browser and the network for the pages of telling only: without a signal it shows the sheet that was
// kept, with what was being sent when the signal went.
function keepDraft(path, fields) {
  return new Promise((yes, no) => {
    const request = indexedDB.open("whorl-telling", 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("outbox", { keyPath: "key" });
      request.result.createObjectStore("draft", { keyPath: "path" });
    };
    request.onerror = () => no(request.error);
    request.onsuccess = () => {
      const transaction = request.result.transaction("draft", "readwrite");
      transaction.objectStore("draft").put({ path, fields });
      transaction.oncomplete = () => {
        request.result.close();
        yes();
      };
    };
  });
}

async function page(request, path) {
  const copy = request.method === "POST" ? request.clone() : null;
  try {
    return await fetch(request);
  } catch (noSignal) {
    if (copy) {
      const fields = Object.fromEntries(await copy.formData());
      delete fields._csrf;
      await keepDraft(path, fields);
    }
    const sheet = await caches.match(path + "/sheet");
    if (!sheet) {
      throw noSignal;
    }
    return sheet;
  }
}

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  const link = url.pathname.match(/^(\/t\/[0-9a-z]{12})(\/sheet)?$/);
  if (event.request.mode === "navigate" && link) {
    event.respondWith(page(event.request, link[1]));
  } else if (event.request.method === "GET" && url.pathname.startsWith("/assets/")) {
    event.respondWith(caches.match(event.request).then((kept) => kept ?? fetch(event.request)));
  }
});
