// Shows each chosen photo and document at once, with the question what is on the photo, and says which
// one cannot come along and why. Without this file the server says the same after "Naar controleren".
const field = document.querySelector("[data-share-form] input[type=file]");
const list = document.querySelector("[data-chosen-files]");
const said = document.querySelector("[data-files-said]");
const zone = field.closest(".kp-drop");
const words = list.dataset;
let chosen = []; // {file, row}, in the order of the numbers that the server will give them

function element(name, properties = {}, children = []) {
  const node = Object.assign(document.createElement(name), properties);
  node.append(...children);
  return node;
}

/** Why this file cannot come along; empty when it can. */
function refusal(file) {
  const endings = field.accept.split(",");
  const waiting = list.querySelectorAll("[data-waiting-file]").length;
  if (!endings.some((ending) => file.name.toLowerCase().endsWith(ending))) return words.wrongKind;
  if (!file.size) return words.empty;
  if (file.size > Number(words.maxBytes)) return words.tooLarge;
  if (waiting + chosen.length >= Number(words.maxFiles)) return words.tooMany;
  return "";
}

function size(bytes) {
  const [amount, unit] = bytes < 1e6 ? [bytes / 1e3, "kB"] : [bytes / 1e6, "MB"];
  return `${amount.toLocaleString("nl-NL", { maximumFractionDigits: amount < 10 ? 1 : 0 })} ${unit}`;
}

function question(file) {
  const hidden = element("span", { className: "kp-vh", textContent: ` (${file.name})` });
  const label = element("label", { textContent: words.altLabel }, [hidden]);
  const input = element("input", { type: "text", maxLength: 250 });
  input.className = "utrecht-textbox utrecht-textbox--html-input";
  const hint = element("div", { className: "kp-count", textContent: words.altHint });
  return element("div", { className: "kp-alt" }, [label, input, hint]);
}

function picture(file) {
  const image = element("img", { className: "kp-thumb", alt: "", src: URL.createObjectURL(file) });
  image.addEventListener("error", () => image.remove()); // the server says what is wrong with it
  return image;
}

function rowFor(file) {
  const isPhoto = file.type.startsWith("image/");
  const state = element("small", { textContent: `${size(file.size)}, ${words.waiting}` });
  const remove = element("button", { type: "button", className: "kp-textbtn", textContent: words.remove }, [
    element("span", { className: "kp-vh", textContent: ` ${file.name}` }),
  ]);
  const row = element("li", {}, [
    isPhoto ? picture(file) : list.parentElement.querySelector("template").content.cloneNode(true),
    element("span", { textContent: `${file.name} ` }, [state]),
    remove,
  ]);
  if (isPhoto) row.append(question(file));
  row.dataset.chosen = "";
  remove.addEventListener("click", () => take(file));
  return row;
}

function refusedRow(file, why) {
  const reason = element("span", { textContent: `${file.name}: ${why}` });
  const row = element("li", { className: "kp-files__refused" }, [reason]);
  row.dataset.refused = "";
  return row;
}

/** The browser sends what stands here; the numbers are those that the server will give. */
function settle() {
  const carried = new DataTransfer();
  let number = Number(words.nextNumber);
  for (const { file, row } of chosen) {
    carried.items.add(file);
    const input = row.querySelector(".kp-alt input");
    if (input) {
      input.id = input.name = row.querySelector("label").htmlFor = `alt${number}`;
      row.querySelector(".kp-count").id = `alt${number}_helptext`;
      input.setAttribute("aria-describedby", `alt${number}_helptext`);
    }
    number += 1;
  }
  field.files = carried.files;
}

function add(files) {
  for (const row of list.querySelectorAll("[data-refused]")) row.remove();
  const told = [];
  for (const file of files) {
    if (chosen.some((one) => same(one.file, file))) continue;
    const why = refusal(file);
    if (why) {
      list.append(refusedRow(file, why));
      told.push(`${file.name}: ${why}`);
    } else {
      const row = rowFor(file);
      chosen.push({ file, row });
      list.append(row);
      told.push(`${file.name}: ${words.waiting}`);
    }
  }
  settle();
  said.textContent = told.join(". ");
}

function same(one, other) {
  return one.name === other.name && one.size === other.size && one.lastModified === other.lastModified;
}

function take(file) {
  const { row } = chosen.find((one) => one.file === file);
  const image = row.querySelector("img");
  if (image) URL.revokeObjectURL(image.src);
  row.remove();
  chosen = chosen.filter((one) => one.file !== file);
  settle();
  field.focus();
}

field.addEventListener("change", () => add([...field.files]));
zone.addEventListener("dragover", (event) => {
  event.preventDefault();
  zone.classList.add("kp-drop--over");
});
zone.addEventListener("dragleave", () => zone.classList.remove("kp-drop--over"));
zone.addEventListener("drop", (event) => {
  event.preventDefault();
  zone.classList.remove("kp-drop--over");
  add([...event.dataTransfer.files]);
});
// Back by the back button, the browser remembers what was chosen.
if (field.files.length) add([...field.files]);
