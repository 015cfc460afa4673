// Recording what one would rather say. Until the form is sent the recording stays in this browser, under the form's key; on the
// last screen it is put into the field for a file, as a hand would. Without a microphone or this script, that field is there.
import { findVoice, forgetOld, forgetVoice, keepVoice } from "./voice-store.js";

const TYPES = ["audio/webm;codecs=opus", "audio/mp4", "audio/ogg;codecs=opus"];
const SOON = 30;

const written = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

export async function prepareVoice(box, key) {
  const part = (name) => box.querySelector(`[data-${name}]`);
  const [recorder, state, left, player] = ["recorder", "state", "left", "player"].map(part);
  const [record, stop, remove, otherwise] = ["record", "stop", "remove", "otherwise"].map(part);
  const file = box.querySelector("input[type=file]");
  const said = box.querySelector("input[type=checkbox]");
  const first = record.textContent;
  const limit = Number(box.dataset.seconds);
  let media = null;
  let clock = 0;
  let voice = null;
  let next = null;

  const say = (name, more = "") => (state.textContent = box.dataset[name] + more);

  /** The field for a file holds the recording exactly when there is one. */
  function attach() {
    if (said) {
      said.checked = voice !== null;
    }
    if (file) {
      const files = new DataTransfer();
      if (voice) {
        files.items.add(new File([voice.blob], "recording", { type: voice.blob.type }));
      }
      file.files = files.files;
    }
  }

  function show() {
    const busy = media !== null;
    record.hidden = busy;
    record.textContent = voice ? box.dataset.again : first;
    stop.hidden = !busy;
    left.hidden = !busy;
    player.hidden = busy || !voice;
    remove.hidden = busy || !voice;
    otherwise.hidden = busy || voice !== null || said !== null;
    URL.revokeObjectURL(player.src);
    if (voice) {
      player.src = URL.createObjectURL(voice.blob);
    } else {
      player.removeAttribute("src");
    }
  }

  function tick(until) {
    const seconds = Math.max(0, Math.ceil((until - performance.now()) / 1000));
    left.querySelector("strong").textContent = written(seconds);
    if (seconds === SOON) {
      say("soon");
    }
    if (seconds === 0) {
      end("full");
    }
  }

  function end(why) {
    clearInterval(clock);
    if (media && media.state !== "inactive") {
      media.why = why;
      media.stop();
    }
  }

  async function done(chunks, started, why) {
    media.stream.getTracks().forEach((track) => track.stop());
    const seconds = Math.min(limit, Math.round((performance.now() - started) / 1000));
    const blob = new Blob(chunks, { type: media.mimeType });
    media = null;
    if (blob.size > 0) {
      voice = { key, blob, seconds };
      attach();
    }
    show();
    record.focus();
    if (!voice) {
      return say("noMicrophone");
    }
    try {
      await keepVoice(voice);
      say(why, " " + written(seconds));
    } catch {
      say(file ? why : "notKept");
    }
    next?.();
    next = null;
  }

  async function begin() {
    say("asking");
    let stream;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    } catch {
      return say("noMicrophone");
    }
    const type = TYPES.find((each) => MediaRecorder.isTypeSupported(each));
    media = new MediaRecorder(stream, { ...(type && { mimeType: type }), audioBitsPerSecond: 32000 });
    const chunks = [];
    const started = performance.now();
    media.addEventListener("dataavailable", (event) => chunks.push(event.data));
    media.addEventListener("stop", () => done(chunks, started, media.why ?? "kept"));
    // A little at a time, so that an interrupted recording is not lost as a whole.
    media.start(1000);
    player.pause();
    show();
    stop.focus();
    say("recording");
    tick(started + limit * 1000);
    clock = setInterval(() => tick(started + limit * 1000), 1000);
  }

  async function forget(name) {
    voice = null;
    attach();
    show();
    say(name);
    await forgetVoice(key).catch(() => {});
  }

  record.addEventListener("click", begin);
  stop.addEventListener("click", () => end("kept"));
  remove.addEventListener("click", async () => {
    await forget("removed");
    record.focus();
  });
  // Whoever goes on without pressing stop has finished all the same.
  box.closest("form").addEventListener("submit", (event) => {
    if (media) {
      event.preventDefault();
      event.stopImmediatePropagation();
      next = () => event.target.requestSubmit(event.submitter);
      end("kept");
    }
  }, true);
  voice = (await findVoice(key).catch(() => null)) ?? null;
  const able = Boolean(navigator.mediaDevices && window.MediaRecorder);
  if (voice || able) {
    recorder.hidden = false;
    if (voice) {
      attach();
    }
    show();
    say(voice ? "kept" : "nothing", voice ? " " + written(voice.seconds) : "");
    record.hidden = !able;
  }
  return { clear: () => forget("nothing"), rename: (fresh) => (key = fresh) };
}

await forgetOld().catch(() => {});
for (const box of document.querySelectorAll("[data-voice]")) {
  if (box.dataset.voice) {
    await prepareVoice(box, box.dataset.voice);
  }
}
for (const sent of document.querySelectorAll("[data-voice-sent]")) {
  await forgetVoice(sent.dataset.voiceSent).catch(() => {});
}
