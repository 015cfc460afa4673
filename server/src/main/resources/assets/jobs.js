// Looks again by itself how far a job is. Without this there is a link that does the same.
const job = () => document.querySelector("[data-job]");
const goesOn = (element) => ["waiting", "running"].includes(element.dataset.job);

async function look() {
  const before = job();
  try {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    const fresh = answer.ok && new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-job]");
    if (fresh && fresh.dataset.job !== before.dataset.job) {
      before.dataset.job = fresh.dataset.job;
      before.replaceChildren(...fresh.children);
    } else if (fresh) {
      // What somebody may just be pointing at stays where it is.
      document.getElementById("job-progress")?.replaceWith(fresh.querySelector("#job-progress"));
    }
  } catch {
    // Nobody answers just now: look again later.
  }
  if (goesOn(job())) {
    setTimeout(look, 1000);
  }
}

if (goesOn(job())) {
  setTimeout(look, 1000);
}
