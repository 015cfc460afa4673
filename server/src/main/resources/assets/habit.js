// Counts down to the end of the part that goes on, by the server's time. Without this there are the clock times.
const clock = document.querySelector("[data-countdown]");
const parts = [...document.querySelectorAll("#clock [data-ends]")];
const skew = Number(clock.dataset.now) - Date.now();

function tick() {
  const now = Date.now() + skew;
  const part = parts.find((each) => Number(each.dataset.ends) > now);
  if (!part) {
    clock.textContent = clock.dataset.over;
    return;
  }
  const left = Math.ceil((Number(part.dataset.ends) - now) / 1000);
  const name = part.querySelector("strong").textContent;
  clock.textContent = `${name} ${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
}

clock.hidden = false;
tick();
setInterval(tick, 1000);
