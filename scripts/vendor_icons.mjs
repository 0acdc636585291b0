// Gathers the Tabler icons we use in one sprite: npm run vendor. Add a name here, then `{% icon "name" %}` shows it.
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";

const NAMES = [
  "adjustments-horizontal",
  "alert-circle",
  "arrow-left",
  "arrow-right",
  "bulb",
  "building-community",
  "calendar-event",
  "check",
  "chevron-down",
  "chevron-left",
  "chevron-right",
  "clock",
  "download",
  "external-link",
  "file-text",
  "help-circle",
  "info-circle",
  "link",
  "list-check",
  "list-numbers",
  "mail",
  "map-pin",
  "menu-2",
  "news",
  "paperclip",
  "pin",
  "plant-2",
  "route",
  "rss",
  "scale",
  "search",
  "tag",
  "trash",
  "upload",
  "user",
  "users",
  "world",
  "x",
];
const PACKAGE = "node_modules/@tabler/icons";
const version = JSON.parse(readFileSync(`${PACKAGE}/package.json`, "utf8")).version;

const symbols = NAMES.map((name) => {
  const svg = readFileSync(`${PACKAGE}/icons/outline/${name}.svg`, "utf8");
  const shapes = [...svg.matchAll(/<(?:path|circle|rect|line|polyline)[^>]*\/>/g)].map(([shape]) => shape);
  return `<symbol id="i-${name}" viewBox="0 0 24 24">${shapes.join("").replace(/\s+/g, " ")}</symbol>`;
});
writeFileSync(
  "site/static/icons.svg",
  `<!-- @tabler/icons ${version}, MIT, see icons-LICENSE.txt -->\n<svg xmlns="http://www.w3.org/2000/svg">\n${symbols.join("\n")}\n</svg>\n`,
);
copyFileSync(`${PACKAGE}/LICENSE`, "site/static/icons-LICENSE.txt");
