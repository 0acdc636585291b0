// Makes pages nicer. Every page works with this file blocked, and each part does without the others.
const all = (selector, root = document) => [...root.querySelectorAll(selector)];

/** On a small screen the filters start closed, so that the results come first. */
function foldFilters() {
  const filters = document.querySelector("details.kp-facets");
  if (filters && matchMedia("(max-width: 61.99em)").matches) filters.open = false;
}

/** Say how many characters are left below each field that has a limit. */
function countCharacters() {
  for (const field of all("[data-count]")) {
    const counter = document.getElementById(field.dataset.count);
    if (!counter?.dataset.countLeft) continue;
    const show = () => {
      counter.textContent = counter.dataset.countLeft.replace("%n", field.maxLength - field.value.length);
    };
    field.addEventListener("input", show);
    show();
  }
}

/** Keep the ticks of a checklist on this device; nothing is sent. */
function rememberChecklists() {
  for (const list of all("[data-checklist]")) {
    const key = `checklist:${list.dataset.checklist}`;
    const ticked = new Set(read(key));
    for (const box of all("input", list)) box.checked = ticked.has(box.value);
    list.addEventListener("change", () => {
      write(
        key,
        all("input:checked", list).map((box) => box.value),
      );
    });
  }
}

function read(key) {
  try {
    const kept = JSON.parse(localStorage.getItem(key));
    return Array.isArray(kept) ? kept : [];
  } catch {
    return []; // storage is switched off, or holds something else
  }
}

function write(key, value) {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Storage is switched off: the ticks last as long as the page.
  }
}

/** Show the buttons that copy an address; without a clipboard they stay away. */
function offerCopying() {
  if (!navigator.clipboard) return;
  for (const button of all("[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(button.dataset.copy);
      button.querySelector("[role=status]").textContent = button.dataset.copied;
    });
  }
}

/** A reader who sent a form with errors lands on their summary. */
function focusErrors() {
  document.querySelector(".kp-errsum [tabindex]")?.focus();
}

/** Fetch what suggests words while typing once somebody goes to a search field. */
function offerSuggestions() {
  const address = document.querySelector("script[data-suggestions]")?.dataset.suggestions;
  if (!address) return;
  const offer = async (field) => {
    if (!field?.matches?.("[role=search] input[name=q]")) return;
    try {
      (await import(address)).suggest(field);
    } catch {
      // The field works without.
    }
  };
  document.addEventListener("focusin", ({ target }) => offer(target));
  offer(document.activeElement);
}

foldFilters();
countCharacters();
rememberChecklists();
offerCopying();
focusErrors();
offerSuggestions();
