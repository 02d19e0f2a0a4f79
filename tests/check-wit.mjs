// Compares WIT texts with what wasm-tools says of the same components.
//
//   node check-wit.mjs VENDOR LIST
//
// VENDOR is the folder of jco-transpile with wasm-tools.js; LIST has lines `component<TAB>text`.
// Prints a line for each: `same`, `no reference: why` where wasm-tools has no WIT for the
// component, `no form` where it has one that it refuses itself, or `refused: why` and `differs`.
//
// Two things are compared: the world, line by line without regard to order, as wasm-tools prints
// it; and every interface with its types, as the types of TypeScript that jco makes of it from the
// component, and from the text.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [vendor, list] = process.argv.slice(2);
let tools;
let bindgen;

/** A panic leaves an instance of wasm-tools useless, so the next component gets a new one. */
let generation = 0;
async function restart() {
  generation++;
  const load = (file) =>
    import(`${pathToFileURL(path.resolve(vendor, file)).href}?${generation}`);
  const wasmTools = await load('wasm-tools.js');
  await wasmTools.$init;
  tools = wasmTools.tools;
  bindgen = await load('js-component-bindgen-component.js');
  await bindgen.$init;
}

const world = 'root:component/root';
const features = { tag: 'all' };
const why = (e) => String(e.payload ?? e.message).replace(/\s+/g, ' ').slice(0, 300);

async function attempt(work) {
  try {
    return { value: work() };
  } catch (e) {
    if (e.payload === undefined) {
      await restart();
    }
    return { why: why(e) };
  }
}

const accept = (wit) =>
  attempt(() => tools.componentEmbed({ witSource: wit, dummy: true, world, features }));

const interfaces = (files) =>
  Object.fromEntries(
    files
      .filter(([name]) => name.startsWith('interfaces/') && name.endsWith('.d.ts'))
      .map(([name, text]) => [name.slice(11, -5), Buffer.from(text).toString()]));

const ofComponent = (bytes) =>
  interfaces(bindgen.generate(bytes, { name: 't', instantiation: { tag: 'async' } }).files);
const ofText = (wit) =>
  interfaces(
    bindgen.generateTypes('t', {
      wit: { tag: 'source', val: wit },
      world,
      instantiation: { tag: 'async' },
      features,
    }));

/** Declarations in the order of their text; an imported type by the place of its definition. */
function declarations(files) {
  const form = /^export type (\w+) = import\('\.\/([^']+)\.js'\)\.(\w+);$/;
  const origin = {};
  for (const [name, text] of Object.entries(files)) {
    for (const line of text.split('\n')) {
      const found = form.exec(line);
      if (found) {
        origin[`${name}#${found[1]}`] = `${found[2]}#${found[3]}`;
      }
    }
  }
  const first = (place) => {
    let at = place;
    while (origin[at]) {
      at = origin[at];
    }
    return at;
  };
  const all = [];
  for (const [name, text] of Object.entries(files)) {
    const blocks = [];
    for (const line of text.split('\n')) {
      const found = form.exec(line);
      if (found) {
        blocks.push([`import ${found[1]} = ${first(`${name}#${found[1]}`)}`]);
      } else if (/^[^\s}/]/.test(line)) {
        blocks.push([line]);
      } else if (!/^(\s*|\/\*.*| \*.*)$/.test(line)) {
        blocks.at(-1).push(line);
      }
    }
    all.push(`${name}\n${blocks.map((block) => block.join('\n')).sort().join('\n')}`);
  }
  return all.sort().join('\n\n');
}

/** A name for a name is one for the first: `type c = b` after `type b = a` says `type c = a`. */
function firstNames(text) {
  const form = /^(\s*type ([\w%-]+) = )([\w%-]+);$/;
  const of = {};
  return text
    .split('\n')
    .map((line) => {
      const found = form.exec(line);
      if (!found) {
        return line;
      }
      of[found[2]] = of[found[3]] ?? found[3];
      return `${found[1]}${of[found[2]]};`;
    })
    .join('\n');
}

/** The lines of a world without order and comments; escapes of plain characters undone. */
const lines = (text) =>
  firstNames(text)
    .split('\n')
    .map((line) => line.trim())
    .map((line) =>
      line.replace(/\\u\{([0-9a-f]+)\}/g, (escape, code) =>
        code.length === 2 && parseInt(code, 16) >= 32 ? String.fromCharCode(parseInt(code, 16)) : escape))
    .filter((line) => line && !line.startsWith('//'))
    .sort()
    .join('\n');

async function check(bytes, wit) {
  const reference = await attempt(() => tools.componentWit(bytes));
  const accepted = await accept(wit);
  if (accepted.why) {
    return `refused: ${accepted.why}`;
  }
  if (reference.why) {
    return `no reference: ${reference.why}`;
  }
  const end = wit.indexOf('\n}\n') + 3;
  if (lines(reference.value) !== lines(wit.slice(0, end))) {
    const itself = await accept(reference.value + wit.slice(end));
    return itself.why ? `no form: ${itself.why}` : 'differs: world';
  }
  const expected = await attempt(() => ofComponent(bytes));
  if (expected.why) {
    return 'same world';
  }
  const found = await attempt(() => ofText(wit));
  if (found.why) {
    return `same world`;
  }
  return declarations(expected.value) === declarations(found.value) ? 'same' : 'differs: types';
}

await restart();
for (const line of fs.readFileSync(list, 'utf8').trim().split('\n')) {
  const [component, text] = line.split('\t');
  console.log(await check(fs.readFileSync(component), fs.readFileSync(text, 'utf8')));
}
