// Joins an entry of site/static/css and all it imports into one sheet: npm run css. The results are committed.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundle } from "lightningcss";

const FOLDER = "site/static/css";
const BUNDLES = { "index.css": "site.css", "forms-index.css": "forms.css" };
// Classes that picture a state a real element shows by itself, and variants no page of ours has.
const UNUSED =
  /--(active|arrows|busy|center|disabled|distanced|fixed|focus|focus-visible|hover|icon-only|level-[56]|negative|nested|numeric|oneline|password|placeholder-\w+|positive|pressed|read-only|row-.+|selected|sticky.*|.+-size|url)$|__(data|header-cell-button|icon-end|icon-start|placeholder)\b|^nl-button__/;

function unusedClasses(css) {
  const names = [...css.matchAll(/\.((?:nl|utrecht)-[\w-]+)/g)].map(([, name]) => name);
  return [...new Set(names)].filter((name) => UNUSED.test(name));
}

for (const [entry, target] of Object.entries(BUNDLES)) {
  const filename = join(FOLDER, entry);
  const index = readFileSync(filename, "utf8");
  const imports = [...index.matchAll(/@import "(.+?)";/g)].map(([, file]) =>
    readFileSync(join(FOLDER, file), "utf8"),
  );
  const sources = [index, ...imports].join("");
  const { code } = bundle({ filename, minify: true, unusedSymbols: unusedClasses(sources) });
  // A test compares this digest with the sources, so that a forgotten build shows.
  const digest = createHash("sha256").update(sources).digest("hex");
  // The list of packages stays in vendor/; readers need not download it.
  const styles = code.toString().replace(/\/\*![^]*?\*\//g, "");
  const banner = `/*! EUPL-1.2, with components of NL Design System, see vendor/. Sources ${digest} */`;
  writeFileSync(join(FOLDER, target), `${banner}\n${styles}\n`);
}
