// Passkeys need script: the page asks the browser, the browser asks its owner, and the answer is sent with the form.
// Without it, the form goes without an answer and the server says so in words.

const bytes = (text) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
const known = (credentials) => (credentials ?? []).map((each) => ({ ...each, id: bytes(each.id) }));

async function make(question) {
  const made = await navigator.credentials.create({
    publicKey: {
      ...question,
      challenge: bytes(question.challenge),
      user: { ...question.user, id: bytes(question.user.id) },
      excludeCredentials: known(question.excludeCredentials),
    },
  });
  return answer(made, {
    attestationObject: text(made.response.attestationObject),
    clientDataJSON: text(made.response.clientDataJSON),
    transports: made.response.getTransports?.() ?? [],
  });
}

async function use(question) {
  const used = await navigator.credentials.get({
    publicKey: {
      ...question,
      challenge: bytes(question.challenge),
      allowCredentials: known(question.allowCredentials),
    },
  });
  return answer(used, {
    authenticatorData: text(used.response.authenticatorData),
    clientDataJSON: text(used.response.clientDataJSON),
    signature: text(used.response.signature),
    userHandle: used.response.userHandle ? text(used.response.userHandle) : undefined,
  });
}

const answer = (credential, response) => ({
  id: credential.id,
  rawId: text(credential.rawId),
  type: credential.type,
  authenticatorAttachment: credential.authenticatorAttachment ?? undefined,
  clientExtensionResults: credential.getClientExtensionResults(),
  response,
});

async function ask(form) {
  const question = await fetch(form.dataset.options, {
    method: "POST",
    body: new URLSearchParams(new FormData(form)),
  });
  // Where the server has no question, it has something to say about the form: that comes with the form.
  if (question.ok) {
    const asked = await question.json();
    form.elements.credential.value = JSON.stringify(await (form.dataset.passkey === "make" ? make(asked) : use(asked)));
  }
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
  form.addEventListener("submit", async (event) => {
    if (!window.PublicKeyCredential || event.submitter?.name === "_language") {
      return;
    }
    event.preventDefault();
    const problems = form.querySelectorAll("[data-problem]");
    problems.forEach((problem) => (problem.hidden = true));
    try {
      await ask(form);
      form.submit();
    } catch (problem) {
      const kind = problem.name === "InvalidStateError" ? "known" : "refused";
      problems.forEach((each) => (each.hidden = each.dataset.problem !== kind));
    }
  });
}
