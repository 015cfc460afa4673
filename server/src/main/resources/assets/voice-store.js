// A recording that is not sent yet, in the browser's own database under the key of its form; nothing else knows that key.
// What nobody came back for within a day is deleted.
const A_DAY = 24 * 60 * 60 * 1000;

function open() {
  return new Promise((yes, no) => {
    const request = indexedDB.open("whorl-voice", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("recording", { keyPath: "key" });
    request.onsuccess = () => yes(request.result);
    request.onerror = () => no(request.error);
  });
}

async function within(mode, work) {
  const base = await open();
  return new Promise((yes, no) => {
    const transaction = base.transaction("recording", mode);
    const request = work(transaction.objectStore("recording"));
    transaction.oncomplete = () => {
      base.close();
      yes(request.result);
    };
    transaction.onabort = () => no(transaction.error);
  });
}

export const keepVoice = (voice) => within("readwrite", (store) => store.put({ ...voice, at: Date.now() }));
export const findVoice = (key) => within("readonly", (store) => store.get(key));
export const forgetVoice = (key) => within("readwrite", (store) => store.delete(key));

export async function forgetOld() {
  for (const voice of await within("readonly", (store) => store.getAll())) {
    if (Date.now() - voice.at > A_DAY) {
      await forgetVoice(voice.key);
    }
  }
}
