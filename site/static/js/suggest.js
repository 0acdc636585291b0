// Suggestions below a search field: the editable combobox with list autocomplete of the ARIA
// Authoring Practices. Without this file the field is a plain one. app.js fetches it on first focus.
const PAUSE = 120; // milliseconds without typing
const FEWEST_LETTERS = 2;
let made = 0;

function element(name, properties, attributes = {}) {
  const node = Object.assign(document.createElement(name), properties);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  return node;
}

/** Give the field a list of suggestions; a field that has one keeps it. */
export function suggest(field) {
  if (field.getAttribute("role") === "combobox") return;
  const form = field.form;
  const address = new URL("suggesties/", form.action);
  const id = `suggesties-${(made += 1)}`;
  const answers = new Map();
  let timer = null;
  let waiting = null;
  let active = -1;

  const list = element("ul", { id, className: "kp-combo", hidden: true }, { role: "listbox" });
  // Not role=status: the search page has one that tells the number of results.
  const voice = element("div", { className: "kp-vh" }, { "aria-live": "polite" });
  form.append(list, voice);
  form.classList.add("kp-has-combo");

  // A search field may not be a combobox, a text field may.
  const { selectionStart, selectionEnd } = field;
  field.type = "text";
  field.setSelectionRange(selectionStart, selectionEnd);
  const attributes = {
    role: "combobox",
    autocomplete: "off",
    enterkeyhint: "search",
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": id,
  };
  for (const [key, value] of Object.entries(attributes)) field.setAttribute(key, value);

  function choose(index) {
    list.children[active]?.setAttribute("aria-selected", "false");
    active = index;
    const option = list.children[active];
    if (!option) {
      field.removeAttribute("aria-activedescendant");
      return;
    }
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-activedescendant", option.id);
  }

  function close() {
    clearTimeout(timer);
    waiting?.abort();
    choose(-1);
    list.hidden = true;
    voice.textContent = "";
    field.setAttribute("aria-expanded", "false");
  }

  function open(answer) {
    choose(-1);
    list.setAttribute("aria-label", answer.label);
    list.replaceChildren(
      ...answer.suggestions.map(({ text, url, hint }, index) => {
        const option = element("li", { id: `${id}-${index}` }, { role: "option", "aria-selected": "false" });
        option.dataset.url = url;
        option.append(
          element("span", { textContent: text }),
          " ",
          element("span", { className: "kp-combo__hint", textContent: hint }),
        );
        return option;
      }),
    );
    list.hidden = answer.suggestions.length === 0;
    field.setAttribute("aria-expanded", String(!list.hidden));
    voice.textContent = answer.announcement;
  }

  async function ask() {
    const words = field.value.trim();
    waiting?.abort();
    if (words.length < FEWEST_LETTERS) {
      close();
      return;
    }
    const mine = (waiting = new AbortController());
    try {
      if (!answers.has(words)) {
        address.search = new URLSearchParams({ q: words });
        const answer = await fetch(address, { signal: mine.signal, credentials: "omit" });
        if (!answer.ok) throw new Error(String(answer.status));
        answers.set(words, await answer.json());
      }
      if (!mine.signal.aborted && document.activeElement === field) open(answers.get(words));
    } catch {
      // Nobody needs suggestions to search.
      if (!mine.signal.aborted) close();
    }
  }

  function step(by) {
    if (list.hidden) {
      ask();
      return;
    }
    const count = list.children.length;
    choose(active < 0 && by < 0 ? count - 1 : (active + by + count) % count);
  }

  function keyed(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      step(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && active >= 0) {
      location.assign(list.children[active].dataset.url);
      close();
    } else if (event.key === "Escape" && (!list.hidden || field.value)) {
      if (list.hidden) field.value = "";
      close();
    } else {
      if (["ArrowLeft", "ArrowRight", "Home", "End"].includes(event.key)) choose(-1);
      return;
    }
    event.preventDefault();
  }

  field.addEventListener("keydown", keyed);
  field.addEventListener("input", () => {
    clearTimeout(timer);
    choose(-1);
    timer = setTimeout(ask, PAUSE);
  });
  field.addEventListener("blur", close);
  form.addEventListener("submit", close);
  // The field keeps the focus, or the list would be gone before the click.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) location.assign(option.dataset.url);
  });
}
