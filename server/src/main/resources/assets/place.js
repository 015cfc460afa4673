// A triangle, or a line, to tap or to move in with the arrow keys, kept in step with the numbers beneath. Without this the
// numbers and the buttons do the same.
const STEP = 5;
const WHOLE = 100;

const CORNERS = {
  2: [[20, 30], [300, 30]],
  3: [[20, 270], [300, 270], [160, 27.5]],
};

const box = document.querySelector("[data-place]");
if (box) {
  const corners = CORNERS[box.dataset.place];
  const pad = box.querySelector("button");
  const picture = box.querySelector("svg");
  const mark = box.querySelector("circle");
  const said = box.querySelector("[data-said]");
  const fields = corners.map((_, i) => document.getElementById(`part-${i + 1}`));
  const names = fields.map((field) => field.labels[0].textContent.trim());
  let parts = corners.map(() => WHOLE / corners.length);

  const typed = () => {
    const all = fields.map((field) => Number(field.value.replace("%", "").replace(",", ".").trim() || 0));
    const sum = all.reduce((a, b) => a + b, 0);
    return all.every((part) => part >= 0) && sum > 0 ? all.map((part) => (part * WHOLE) / sum) : null;
  };

  function draw() {
    const at = (axis) => corners.reduce((sum, corner, i) => sum + (corner[axis] * parts[i]) / WHOLE, 0);
    mark.setAttribute("cx", at(0));
    mark.setAttribute("cy", at(1));
  }

  /** Whole numbers that come to 100: what is left over goes to those who lost most by rounding. */
  function whole() {
    const down = parts.map(Math.floor);
    const order = parts.map((part, i) => [part - down[i], i]).sort((a, b) => b[0] - a[0]);
    for (let left = WHOLE - down.reduce((a, b) => a + b, 0), i = 0; i < left; i++) down[order[i][1]] += 1;
    return down;
  }

  function put(to) {
    const inside = to.map((part) => Math.max(0, part));
    const sum = inside.reduce((a, b) => a + b, 0);
    parts = inside.map((part) => (part * WHOLE) / sum);
    parts = whole();
    fields.forEach((field, i) => (field.value = parts[i]));
    said.textContent = names.map((name, i) => `${name} ${parts[i]}%`).join(", ");
    draw();
  }

  /** How much of each corner there is where somebody points. */
  function point(event) {
    const seen = picture.getBoundingClientRect();
    const view = picture.viewBox.baseVal;
    const x = ((event.clientX - seen.left) * view.width) / seen.width;
    const y = ((event.clientY - seen.top) * view.height) / seen.height;
    const [[left, base], [right]] = corners;
    if (corners.length === 2) {
      const second = ((x - left) / (right - left)) * WHOLE;
      put([WHOLE - second, second]);
      return;
    }
    const third = ((base - y) / (base - corners[2][1])) * WHOLE;
    const second = ((x - left) / (right - left)) * WHOLE - third / 2;
    put([WHOLE - second - third, second, third]);
  }

  function move(first, second, third) {
    // Whoever is at an end already gives nothing more.
    put(corners.length === 2 ? [parts[0] + first, parts[1] + second] : [parts[0] + first, parts[1] + second, parts[2] + third]);
  }

  pad.addEventListener("keydown", (event) => {
    const to = {
      ArrowLeft: [STEP, -Math.min(STEP, parts[1]), 0],
      ArrowRight: [-Math.min(STEP, parts[0]), STEP, 0],
      ArrowUp: corners.length === 3 ? [-STEP / 2, -STEP / 2, STEP] : [-Math.min(STEP, parts[0]), STEP, 0],
      ArrowDown: corners.length === 3 ? [STEP / 2, STEP / 2, -Math.min(STEP, parts[2])] : [STEP, -Math.min(STEP, parts[1]), 0],
    }[event.key];
    if (event.key === "Home") put(corners.map(() => WHOLE / corners.length));
    else if (to) move(...to);
    else return;
    event.preventDefault();
  });
  pad.addEventListener("click", (event) => event.detail > 0 && point(event));
  pad.addEventListener("pointermove", (event) => event.pointerType === "mouse" && event.buttons === 1 && point(event));
  for (const field of fields) {
    field.addEventListener("input", () => {
      const now = typed();
      if (now) {
        parts = now;
        draw();
      }
    });
  }
  parts = typed() ?? parts;
  draw();
  box.hidden = false;
}
