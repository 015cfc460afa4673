// Every mark of a chart says what it is when pointed at. This says it to a finger and to a keyboard too: Tab to the picture,
// then the arrow keys from mark to mark, Escape to leave. Without this the table beneath has every number.

export function read(root) {
  for (const box of root.querySelectorAll(".w-figure .w-for-wide, .w-figure .w-for-narrow")) {
    const picture = box.querySelector("svg");
    if (!picture || box.dataset.reads) continue;
    const marks = [...picture.querySelectorAll("title")].map((title) => title.parentElement).filter((mark) => mark !== picture);
    if (!marks.length) continue;
    box.dataset.reads = "yes";
    const says = document.createElement("p");
    says.className = "w-told";
    says.setAttribute("role", "status");
    box.append(says);
    box.tabIndex = 0;
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", `${picture.querySelector("title")?.textContent ?? ""} ${document.body.dataset.readout ?? ""}`.trim());
    let at = -1;
    const tell = (index) => {
      marks[at]?.classList.remove("w-read");
      at = index;
      marks[at]?.classList.add("w-read");
      says.textContent = marks[at]?.querySelector("title").textContent ?? "";
    };
    box.addEventListener("keydown", (event) => {
      const last = marks.length - 1;
      const next = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: last }[event.key];
      if (event.key === "Escape") tell(-1);
      else if (next !== undefined) tell(Math.min(last, Math.max(0, next)));
      else return;
      event.preventDefault();
    });
    const point = (target) => {
      const index = marks.findIndex((mark) => mark.contains(target));
      if (index >= 0) tell(index);
    };
    box.addEventListener("pointerover", (event) => point(event.target));
    box.addEventListener("pointerdown", (event) => point(event.target));
  }
}
