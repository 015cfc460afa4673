// Pages work without this. It only adds the design system's own niceties: counting characters, moving to the errors.
import { initAll } from "./nhsuk-frontend.min.js";

// The design system looks for this before it does anything; a script inside the page, which our policy forbids, sets it
// in its own pages.
document.body.classList.add("js-enabled", "nhsuk-frontend-supported");
initAll();

if (document.querySelector("form[data-passkey]")) {
  import("./passkeys.js");
}

if (document.querySelector("[data-picture]")) {
  import("./picture.js");
}

if (document.querySelector("form[data-editor]")) {
  import("./editor.js");
}

if (document.querySelector("[data-gathering]")) {
  import("./gathering.js");
}

if (document.querySelector("[data-countdown]")) {
  import("./habit.js");
}

if (document.querySelector("[data-job]")) {
  import("./jobs.js");
}

import("./readout.js").then(({ read }) => read(document));
