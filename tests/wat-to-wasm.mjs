// Turns each FOLDER/*.wat into .wasm with wasm-tools, out of the packages that convert-suites.sh
// has installed; where the text is refused, its message goes to .err.
import fs from 'node:fs';
import path from 'node:path';
import { loader } from './wasm-tools.mjs';

const [packages, folder] = process.argv.slice(2);
const load = loader(packages);
let tools = await load();
for (const name of fs.readdirSync(folder).filter((n) => n.endsWith('.wat'))) {
  const file = path.join(folder, name.slice(0, -4));
  try {
    fs.writeFileSync(file + '.wasm', await tools.parse(fs.readFileSync(file + '.wat', 'utf8')));
  } catch (e) {
    fs.writeFileSync(file + '.err', String(e.payload ?? e.message));
    tools = e instanceof WebAssembly.RuntimeError ? await load() : tools;
  }
}
