// Makes the public form nicer; it works as well with this file blocked.

/** One photo or document that was chosen: its name, and for a photo the question what is to be seen. */
function rowFor(file, number, list) {
  const row = document.createElement("li");
  const name = document.createElement("span");
  const state = document.createElement("small");
  name.textContent = `${file.name} `;
  state.textContent = list.dataset.waiting;
  name.append(state);
  row.append(name);
  row.dataset.chosen = "";
  if (file.type.startsWith("image/")) row.append(questionFor(number, list));
  return row;
}

function questionFor(number, list) {
  const question = document.createElement("div");
  const label = document.createElement("label");
  const input = document.createElement("input");
  const hint = document.createElement("div");
  question.className = "kp-alt";
  label.htmlFor = input.id = input.name = `alt${number}`;
  label.textContent = list.dataset.altLabel;
  input.className = "utrecht-textbox utrecht-textbox--html-input";
  input.type = "text";
  input.maxLength = 250;
  hint.id = `alt${number}_helptext`;
  hint.className = "kp-count";
  hint.textContent = list.dataset.altHint;
  input.setAttribute("aria-describedby", hint.id);
  question.append(label, input, hint);
  return question;
}

/** Ask for the description of a photo as soon as it is chosen, instead of after a trip to the server. */
function askForDescriptions() {
  const field = document.querySelector("[data-share-form] input[type=file]");
  const list = document.querySelector("[data-chosen-files]");
  if (!field || !list) return;
  const show = () => {
    for (const row of list.querySelectorAll("[data-chosen]")) row.remove();
    const first = Number(list.dataset.nextNumber);
    list.append(...[...field.files].map((file, index) => rowFor(file, first + index, list)));
  };
  field.addEventListener("change", show);
  if (field.files.length) show();
}

/** A second click while the first is under way sends nothing; back again, the form works as before. */
function sendOnce() {
  for (const form of document.querySelectorAll("[data-share-form]")) {
    form.addEventListener("submit", (event) => {
      if (form.dataset.sent) event.preventDefault();
      form.dataset.sent = "1";
    });
    addEventListener("pageshow", () => delete form.dataset.sent);
  }
}

askForDescriptions();
sendOnce();
