// The search page answers at once. Without this file the same form is sent with its button.
const PARTS = ["filtertelling", "filters", "resultaten"];
const form = document.getElementById("zoek");
let waiting = null;
let sought = null;

/** The address that sending the form would lead to, without the fields left empty. */
function address(submitter) {
  const filled = [...new FormData(form, submitter)].filter(([, value]) => value !== "");
  const query = new URLSearchParams(filled).toString();
  return query ? `${form.action}?${query}` : form.action;
}

/** How to find a field again in the new page. */
function selectorOf(field) {
  if (field.id) return `#${CSS.escape(field.id)}`;
  if (!field.matches("input[name], select[name]")) return null;
  const choice = field.type === "checkbox" ? `[value="${CSS.escape(field.value)}"]` : "";
  return `[name="${CSS.escape(field.name)}"]${choice}`;
}

function choicesOf(facet) {
  return document.querySelectorAll(`#facet-${CSS.escape(facet)} input[type=checkbox]`);
}

function heading() {
  return document.getElementById("aantal");
}

/** Fold each filter as the reader had it; the new page folds them as for a newcomer. */
function keepFolds(page) {
  for (const old of document.querySelectorAll("#filters details[id]")) {
    page.getElementById(old.id)?.toggleAttribute("open", old.open);
  }
}

function swap(page, { typed }) {
  const focused = selectorOf(document.activeElement);
  keepFolds(page);
  for (const id of PARTS) document.getElementById(id).replaceWith(page.getElementById(id));
  const words = form.elements.q;
  const { value } = page.getElementById("q");
  // What was typed since the question was asked stays.
  if (words.value !== value && (typed === undefined || words.value === typed)) words.value = value;
  document.title = page.title;
  if (document.activeElement === document.body && focused) {
    (document.querySelector(focused) ?? heading()).focus({ preventScroll: true });
  }
  const news = [heading(), ...document.querySelectorAll("#resultaten .kp-notice")];
  document.getElementById("melding").textContent = news.map((part) => part.textContent.trim()).join(". ");
}

/** Show what the address answers. True when it did, false when a newer question overtook it. */
async function show(url, { referrer, ...options } = {}) {
  waiting?.abort();
  sought?.abort();
  const mine = (waiting = new AbortController());
  document.getElementById("resultaten").setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(url, { signal: mine.signal, credentials: "same-origin", referrer });
    if (!answer.ok) throw new Error(String(answer.status));
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!page.getElementById("resultaten")) throw new Error("not a page of results");
    if (mine.signal.aborted) return false;
    if (answer.redirected) {
      // Filters that were typed are chosen now.
      history.replaceState(null, "", answer.url);
      shown = location.search;
    }
    swap(page, options);
    return true;
  } catch (error) {
    if (mine.signal.aborted) return false;
    // The browser itself shows best what is wrong, and its reload button works.
    location.assign(url);
    return false;
  }
}

async function ask(submitter) {
  const url = address(submitter);
  // As a browser would: it tells a new question from another filter on the same one.
  const referrer = location.href;
  if (url !== location.href) history.pushState(null, "", url);
  shown = location.search;
  return show(url, { typed: form.elements.q.value, referrer });
}

document.addEventListener("change", (event) => {
  const { target } = event;
  if (target.form === form && target.name !== "q" && !target.dataset.facet) ask();
});

/** Show the choices of a facet that fit what is typed in its field. Nothing else changes. */
async function seek(field) {
  sought?.abort();
  const mine = (sought = new AbortController());
  const id = `keuzes-${field.dataset.facet}`;
  // Of the results in sight: words that were not sent yet ask for others.
  const url = new URL(location.href);
  url.searchParams.set(field.name, field.value);
  try {
    const answer = await fetch(url, { signal: mine.signal });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const choices = page.getElementById(id);
    if (!choices || mine.signal.aborted) return;
    document.getElementById(id).replaceWith(choices);
    document.getElementById("melding").textContent = choices.querySelector(".kp-facet__found")?.textContent ?? "";
  } catch {
    // With Enter it is asked the ordinary way.
  }
}

let pause = null;
document.addEventListener("input", ({ target }) => {
  if (target.form !== form || !target.dataset.facet) return;
  clearTimeout(pause);
  pause = setTimeout(seek, 250, target);
});

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const { id, name, value } = event.submitter ?? {};
  const before = name === "toon" ? choicesOf(value).length : 0;
  if (!(await ask(event.submitter))) return;
  if (before) choicesOf(value)[before]?.focus();
  if (id === "toon-resultaten") {
    const filters = document.querySelector(".kp-facets");
    // Only a narrow screen shows the summary, and has room for one of the two.
    if (filters.querySelector("summary").offsetParent) filters.open = false;
    heading().focus();
  }
});

// A step in history that only moves to a fragment shows the same results.
let shown = location.search;
addEventListener("popstate", () => {
  if (location.search !== shown) show(location.href);
  shown = location.search;
});
