// Pages work without this. It only adds the design system's own niceties: counting characters, moving to the errors.
import { initAll } from "./nhsuk-frontend.min.js";

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

if (document.querySelector("[data-job]")) {
  import("./jobs.js");
}
