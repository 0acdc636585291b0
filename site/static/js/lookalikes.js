// Shows below the description what is on the site already and looks like it, at each pause in typing.
// Without this file the check page shows the same.
const PAUSE = 1_000; // milliseconds
const FEWEST_LETTERS = 10;

const form = document.querySelector("[data-share-form]");
const section = form.querySelector("[data-lookalikes]");
const said = form.querySelector("[data-lookalikes-said]");
const chosen = form.querySelector("[data-adds-to]");
const fields = [form.elements.titel, form.elements.gedaan];
const number = chosen.querySelector("input");
const answers = new Map();
let timer = null;
let waiting = null;

function rowFor({ id, title, url, kind, summary, add }) {
  const row = section.querySelector("template").content.firstElementChild.cloneNode(true);
  const [button, link] = [row.querySelector("button"), row.querySelector("a")];
  row.querySelector(".kp-alike__kind").textContent = kind;
  row.querySelector("p").textContent = summary;
  link.href = url;
  link.firstElementChild.textContent = title;
  button.lastElementChild.textContent = `: ${title}`;
  if (add) button.addEventListener("click", () => addTo(id, title, url));
  else button.remove();
  return row;
}

function show({ items, said: words }) {
  section.querySelector("ul").replaceChildren(...items.map(rowFor));
  section.hidden = items.length === 0;
  if (said.textContent !== words) said.textContent = words;
}

function addTo(id, title, url) {
  const link = chosen.querySelector("a");
  link.textContent = title;
  link.href = url;
  number.value = id;
  number.disabled = chosen.hidden = false;
  section.hidden = true;
  chosen.querySelector("p").focus();
}

function makeNew(event) {
  event.preventDefault();
  number.value = "";
  number.disabled = chosen.hidden = true;
  fields[1].focus();
  ask();
}

async function ask() {
  waiting?.abort();
  const [titel, gedaan] = fields.map((field) => field.value.trim());
  if (titel.length < FEWEST_LETTERS || !number.disabled) {
    section.hidden = true;
    return;
  }
  const body = new URLSearchParams({ titel, gedaan });
  const key = body.toString();
  const mine = (waiting = new AbortController());
  try {
    if (!answers.has(key)) {
      const options = { method: "POST", body, signal: mine.signal, credentials: "omit" };
      const answer = await fetch(section.dataset.lookalikes, options);
      if (!answer.ok) return;
      answers.set(key, await answer.json());
    }
    if (!mine.signal.aborted && number.disabled) show(answers.get(key));
  } catch {
    // The check page shows it too.
  }
}

for (const field of fields) {
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });
}
chosen.querySelector("button").addEventListener("click", makeNew);
ask();
