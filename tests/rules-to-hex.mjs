// Writes the binary form of each text in FILES as a line of hexadecimal digits after it, where there
// is none yet, with wasm-tools out of the packages that convert-suites.sh has installed.
// A case begins with "== title"; its text goes on until "hex: ..." or the next case.
import fs from 'node:fs';
import { loader } from './wasm-tools.mjs';

const [packages, ...files] = process.argv.slice(2);
const load = loader(packages);
let tools = await load();
for (const file of files) {
  const cases = fs.readFileSync(file, 'utf8').split(/^(?=== )/m);
  for (let i = 0; i < cases.length; i++) {
    const text = cases[i].match(/^\([^]*/m);
    if (!text || /^hex: /m.test(cases[i])) continue;
    try {
      const bytes = await tools.parse(text[0]);
      cases[i] = cases[i].trimEnd() + '\nhex: ' + Buffer.from(bytes).toString('hex') + '\n\n';
    } catch (e) {
      console.error(cases[i].split('\n')[0], String(e.payload ?? e.message));
      if (e instanceof WebAssembly.RuntimeError) tools = await load();
    }
  }
  fs.writeFileSync(file, cases.join('').trimEnd() + '\n');
}
