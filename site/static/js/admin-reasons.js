// A chosen standard reason fills the text, which may then be edited. What somebody wrote stays.
const texts = JSON.parse(document.getElementById("standard-reasons").textContent);
const choice = document.querySelector("[data-standard-reason]");
const reason = choice?.form.elements.reason;

choice?.addEventListener("change", () => {
  const ours = Object.values(texts).includes(reason.value.trim());
  if (ours || !reason.value.trim()) {
    reason.value = texts[choice.value] ?? "";
  }
});
