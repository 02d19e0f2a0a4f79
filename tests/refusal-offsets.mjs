// Writes where wasm-tools refuses the binaries of the core suite that are to be refused: a line per
// script, NUMBER:OFFSET per module. Run it when the suite or the tools change:
//   node tests/refusal-offsets.mjs target/wast2json/node_modules target/suites/core \
//     > tests/core-suite-offsets.txt
// The tools have no command that validates; making a component of a module does, and then offsets
// count from the component's beginning.
import fs from 'node:fs';
import path from 'node:path';
import { loader } from './wasm-tools.mjs';

const [packages, suite] = process.argv.slice(2);
const load = loader(packages);
let tools = await load();

async function message(action) {
  try {
    action();
    return '';
  } catch (e) {
    tools = e instanceof WebAssembly.RuntimeError ? await load() : tools;
    return String(e.payload ?? e.message);
  }
}

function lebWidth(n) {
  return n < 128 ? 1 : 1 + lebWidth(n >>> 7);
}

async function offset(bytes) {
  const made = await message(() => tools.componentNew(bytes, []));
  const printed = await message(() => tools.print(bytes));
  const found = /at offset 0x([0-9a-f]+)/;
  const before = made.includes('component output') ? 9 + lebWidth(bytes.length) : 0;
  if (found.test(made)) return parseInt(found.exec(made)[1], 16) - before;
  return found.test(printed) ? parseInt(found.exec(printed)[1], 16) : null;
}

console.log('# Where wasm-tools refuses what the core suite wants refused: NUMBER:OFFSET per binary.');
console.log('# Written by tests/refusal-offsets.mjs.');
for (const script of fs.readdirSync(suite).sort()) {
  const json = path.join(suite, script, script + '.json');
  if (!fs.existsSync(json)) continue;
  const entries = [];
  for (const c of JSON.parse(fs.readFileSync(json, 'utf8')).commands) {
    const file = c.binary_filename ?? c.filename ?? '';
    if (!/^assert_(invalid|malformed)$/.test(c.type) || !file.endsWith('.wasm')) continue;
    const at = await offset(fs.readFileSync(path.join(suite, script, file)));
    if (at !== null) entries.push(file.split('.').at(-2) + ':' + at);
  }
  if (entries.length > 0) console.log(script + ' ' + entries.join(' '));
}
