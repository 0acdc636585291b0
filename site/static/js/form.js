// Makes sending the public form kinder; it works as well with this file blocked.
const forms = [...document.querySelectorAll("[data-share-form]")];
const offline = document.querySelector("[data-offline]");
const busy = document.querySelector("[data-busy]");

/** Without a connection a browser shows a page of its own in place of the form. Stay, and say so. */
function stayWhenOffline() {
  document.addEventListener(
    "submit",
    (event) => {
      if (navigator.onLine || !forms.includes(event.target)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      offline.textContent = offline.dataset.offline;
      offline.hidden = false;
      offline.scrollIntoView({ block: "center" });
    },
    true,
  );
  addEventListener("online", () => {
    if (!offline.hidden) offline.textContent = offline.dataset.online;
  });
}

/** A second click while the first is under way sends nothing; back again, the form works as before. */
function sendOnce() {
  const buttons = forms.flatMap((form) => [...form.elements]).filter(({ type }) => type === "submit");
  for (const form of forms) {
    form.addEventListener("submit", (event) => {
      if (form.dataset.sent) event.preventDefault();
      form.dataset.sent = "1";
      // Not disabled, which would take the focus away and the pressed button out of what is sent.
      for (const button of buttons) button.setAttribute("aria-disabled", "true");
      busy.textContent = busy.dataset.busy;
    });
  }
  addEventListener("pageshow", () => {
    for (const form of forms) delete form.dataset.sent;
    for (const button of buttons) button.removeAttribute("aria-disabled");
    busy.textContent = "";
  });
}

/** The size of an organisation is asked only where its name is not to be shown. */
function askSizeWhenUnnamed() {
  const named = document.querySelector("[data-share-form] [name=naam_tonen]");
  const size = document.querySelector("[data-when-unnamed]");
  if (!named || !size) return;
  const show = () => (size.hidden = named.checked);
  named.addEventListener("input", show);
  addEventListener("pageshow", show);
  show();
}

stayWhenOffline();
sendOnce();
askSizeWhenUnnamed();
