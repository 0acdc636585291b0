// While somebody fills in the form, the browser works out a proof that this is no program that
// sends thousands. Without it, or when it fails, the form asks for a mail address instead.

const FIELD = "bewijs";
const SPARE = 10 * 60; // seconds that a proof must still hold, to be sent in time
const PATIENCE = 20_000; // milliseconds that a visitor waits for one at most

const form = document.querySelector("[data-proof-worker]");
const field = form.elements[FIELD];
const status = form.querySelector("[data-proof-status]");
let work = null;
let gaveUp = false;

/** Whether there is a proof that the server will still take. */
function holds() {
  try {
    const { expiresAt } = JSON.parse(atob(field.value)).challenge.parameters;
    return expiresAt - Date.now() / 1000 > SPARE;
  } catch {
    return false;
  }
}

function solved(challenge) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(form.dataset.proofWorker);
    worker.onmessage = ({ data }) => {
      worker.terminate();
      if (data && !data.error) resolve(data);
      else reject(data?.error);
    };
    worker.onerror = reject;
    worker.postMessage({ type: "work", challenge });
  });
}

async function prove() {
  const options = { cache: "no-store", credentials: "omit" };
  const answer = await fetch(form.dataset.proofChallenge, options);
  if (!answer.ok) return;
  const challenge = await answer.json();
  const solution = await solved(challenge);
  field.value = btoa(JSON.stringify({ challenge, solution }));
}

function begin() {
  if (!work && !holds()) {
    field.value = "";
    work = prove().catch(() => {}); // then the server asks for a mail address
  }
  return work;
}

function wait() {
  return new Promise((resolve) => setTimeout(resolve, PATIENCE));
}

/** Keeps what is sent for as long as the proof takes; nearly always that is no time at all. */
function hold(event) {
  const button = event.submitter;
  if (event.target !== form || gaveUp || !button?.hasAttribute("data-needs-proof") || holds()) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (status.textContent) return; // a second click while the first waits
  status.textContent = status.dataset.proofStatus;
  Promise.race([begin(), wait()]).then(() => {
    status.textContent = "";
    gaveUp = true;
    form.requestSubmit(button);
  });
}

/** Back by the back button, the page is as it was left, and what it sent is sent. */
function startAnew({ persisted }) {
  if (!persisted) return;
  gaveUp = false;
  work = null;
}

form.addEventListener("focusin", begin);
document.addEventListener("submit", hold, true);
addEventListener("pageshow", startAnew);
if ("proofAtOnce" in form.dataset) begin();
