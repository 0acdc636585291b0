// Takes over the worker that solves ALTCHA's challenges: npm run vendor.
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";

const PACKAGE = "node_modules/altcha";
const { version } = JSON.parse(readFileSync(`${PACKAGE}/package.json`, "utf8"));
const worker = readFileSync(`${PACKAGE}/dist/workers/pbkdf2.js`, "utf8");

writeFileSync(
  "site/static/vendor/altcha-worker.js",
  `/*! altcha ${version} workers/pbkdf2.js, MIT, see altcha-LICENSE.txt */\n${worker}`,
);
copyFileSync(`${PACKAGE}/LICENSE.txt`, "site/static/vendor/altcha-LICENSE.txt");
