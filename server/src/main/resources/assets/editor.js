// The model's text is checked while it is written, and opens where one wants to change it. Without this the button checks.
const form = document.querySelector("form[data-editor]");
const text = document.getElementById("text");
let pause;
let flight;

const line = Number(form.dataset.line);
if (line > 0) {
  const lines = text.value.split("\n");
  const start = lines.slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
  text.focus();
  text.setSelectionRange(start, start + (lines[line - 1] ?? "").length);
  text.scrollTop = Math.max(0, (line - 6) * (text.scrollHeight / Math.max(1, lines.length)));
}

text.addEventListener("input", () => {
  clearTimeout(pause);
  pause = setTimeout(check, 700);
});

async function check() {
  flight?.abort();
  flight = new AbortController();
  const parts = new URLSearchParams(new FormData(form));
  parts.set("check", "yes");
  try {
    const response = await fetch(form.action, { method: "POST", body: parts, signal: flight.signal });
    if (!response.ok) return;
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    document.getElementById("checked").replaceChildren(...page.getElementById("checked").childNodes);
  } catch (problem) {
    if (problem.name !== "AbortError") throw problem;
  }
}
