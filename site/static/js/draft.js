// Keeps what somebody types in the public form on this device, and nowhere else, until it is sent or
// wiped. Not the name, the mail address, the consents and the files: others may use this device too.
// Without this file, or with storage switched off, the form works and says nothing about keeping.
const KEY = "deel-jouw-inspiratie";
const FIELDS = [
  "titel",
  "gedaan",
  "opgeleverd",
  "fase",
  "thema",
  "les",
  "organisatie",
  "soort",
  "land",
  "link",
];
const PAUSE = 400; // milliseconds
const DAY = 24 * 60 * 60 * 1000;

const form = document.querySelector("[data-keep-days]");
const sent = document.querySelector("[data-was-sent]");

/** null when nothing is kept or storage is switched off. */
function read() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY));
    return kept && typeof kept.fields === "object" ? kept : null;
  } catch {
    return null;
  }
}

function wipe() {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Storage is switched off: there is nothing to wipe.
  }
}

function works() {
  try {
    localStorage.setItem(`${KEY}?`, "1");
    localStorage.removeItem(`${KEY}?`);
    return true;
  } catch {
    return false;
  }
}

/** The controls of a field: a radio button or tick box has several, everything else one. */
function controls(name) {
  const found = form.elements[name];
  if (!found) return [];
  return found instanceof RadioNodeList ? [...found] : [found];
}

function values(name) {
  return controls(name)
    .filter((control) => !["radio", "checkbox"].includes(control.type) || control.checked)
    .map((control) => control.value)
    .filter((value) => value.trim());
}

function fill(name, wanted) {
  for (const control of controls(name)) {
    if (["radio", "checkbox"].includes(control.type)) control.checked = wanted.includes(control.value);
    else if (control.type !== "select-one" || [...control.options].some(({ value }) => value === wanted[0])) {
      control.value = wanted[0];
    }
    control.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

/** Only into an empty form, and only where it is empty: a link may have filled in a field. */
function restore(kept) {
  const put = FIELDS.filter((name) => Array.isArray(kept.fields[name]) && kept.fields[name].length);
  const free = put.filter((name) => !values(name).length);
  for (const name of free) fill(name, kept.fields[name].map(String));
  return free.length > 0;
}

function keep() {
  const fields = Object.fromEntries(FIELDS.map((name) => [name, values(name)]));
  if (!Object.values(fields).flat().length) {
    wipe();
    return;
  }
  try {
    localStorage.setItem(KEY, JSON.stringify({ at: Date.now(), fields }));
  } catch {
    // Full, or switched off meanwhile: what was kept before stays.
  }
}

function start() {
  const line = document.querySelector("[data-kept-line]");
  const notice = document.querySelector("[data-kept-notice]");
  const said = document.querySelector("[data-kept-said]");
  let on = true;
  let timer = null;

  const stop = () => {
    clearTimeout(timer);
    on = false;
    wipe();
    notice.hidden = true;
    line.querySelector("button").hidden = true;
    said.textContent = said.dataset.keptSaid;
    said.focus(); // the button that had it is gone
  };
  const save = () => {
    clearTimeout(timer);
    timer = null;
    if (on) keep();
  };

  let kept = read();
  if (kept && !(Date.now() - kept.at < Number(form.dataset.keepDays) * DAY)) {
    wipe();
    kept = null;
  }
  if (kept && "fresh" in form.dataset && restore(kept)) {
    const day = new Date(kept.at).toLocaleDateString("nl-NL", { day: "numeric", month: "long" });
    const words = notice.querySelector("[data-words]");
    words.textContent = words.dataset.words.replace("%s", day);
    notice.hidden = false;
  }
  if (!("fresh" in form.dataset)) save(); // back with what was typed before
  line.hidden = false;
  line.querySelector("button").addEventListener("click", stop);
  notice.querySelector("button").addEventListener("click", () => {
    form.reset();
    wipe();
    notice.hidden = true;
    form.elements.titel.focus();
    form.elements.titel.dispatchEvent(new Event("input", { bubbles: true }));
  });
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(save, PAUSE);
  });
  // Only what was typed just now: who comes back here after sending keeps nothing by that.
  addEventListener("pagehide", () => timer && save());
}

if (sent) wipe();
else if (form && works()) start();
