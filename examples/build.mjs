// Makes a component of a core module and a WIT world: node build.mjs PACKAGES WIT CORE OUT WORLD
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [packages, wit, core, out, world] = process.argv.slice(2);
const vendor = path.join(packages, 'node_modules/@bytecodealliance/jco-transpile/vendor/wasm-tools.js');
const { tools, $init } = await import(pathToFileURL(vendor).href);
await $init;
const embedded = tools.componentEmbed({
  binary: fs.readFileSync(core),
  witSource: fs.readFileSync(wit, 'utf8'),
  stringEncoding: 'utf8',
  world,
});
fs.writeFileSync(out, tools.componentNew(embedded, []));
