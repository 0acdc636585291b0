// Gathers the NL Design System component styles we use, in two committed files: npm run vendor.
import { readFileSync, writeFileSync } from "node:fs";

const candidate = (name) => [`@nl-design-system-candidate/${name}-css`, `dist/${name}.css`];
const utrecht = (name) => [`@utrecht/${name}-css`, "dist/index.min.css"];
const FILES = {
  // What every page may show, and what only a page with a form needs.
  "nlds.css": [
    ...["button", "data-badge", "heading", "link", "mark", "number-badge", "paragraph", "skip-link"].map(
      candidate,
    ),
    ...["alert", "breadcrumb-nav", "ordered-list", "pagination", "unordered-list"].map(utrecht),
  ],
  "nlds-forms.css": [
    "checkbox",
    "custom-checkbox",
    "form-field",
    "form-field-description",
    "form-field-error-message",
    "form-fieldset",
    "form-label",
    "radio-button",
    "select",
    "textarea",
    "textbox",
  ].map(utrecht),
};

const read = (path) => readFileSync(`node_modules/${path}`, "utf8");

for (const [target, packages] of Object.entries(FILES)) {
  const parts = packages.map(([name, file]) => ({
    source: `${name}@${JSON.parse(read(`${name}/package.json`)).version}`,
    css: read(`${name}/${file}`)
      .replace(/@charset[^;]+;/g, "")
      .replace(/\/\*# sourceMappingURL.*?\*\//g, "")
      .trim(),
  }));
  const header = [
    "/*! NL Design System community components. Licence: EUPL-1.2. Sources:",
    ...parts.map(({ source }) => ` * ${source}`),
    " */",
  ].join("\n");
  const body = parts.map(({ source, css }) => `/* ${source} */\n${css}`).join("\n");
  writeFileSync(`site/static/vendor/${target}`, `${header}\n@layer nlds {\n${body}\n}\n`);
}
