// One process of jco: transpiles the component and measures every case, as CallRun does.
//
//   node [--expose-gc] calls.mjs PACKAGES COMPONENT WARM_MS BATCHES BATCH_MS
//
// Prints a line for each case: its name, nanoseconds a call, bytes allocated a call, and what the
// third call has returned, with tabs between. Bytes are measured where `--expose-gc` is given, as
// the growth of the heap and of array buffers over calls during which nothing was collected; `-`
// where that can't be had.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import zlib from 'node:zlib';
import { PerformanceObserver } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';

const [packages, file, ...numbers] = process.argv.slice(2);
const [warmMillis, batches, batchMillis] = numbers.map(Number);
const jco = path.resolve(packages, 'node_modules/@bytecodealliance/jco/dist/api.js');
const { transpile } = await import(pathToFileURL(jco).href);

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'wrt-benchmarks-'));
const { files } = await transpile(fs.readFileSync(file), { name: 'calls', noTypescript: true });
for (const [name, content] of Object.entries(files)) {
  fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  fs.writeFileSync(path.join(folder, name), content);
}
fs.writeFileSync(path.join(folder, 'package.json'), '{"type": "module"}');
const { calls } = await import(pathToFileURL(path.join(folder, 'calls.js')).href);
fs.rmSync(folder, { recursive: true });

const reading = (number) => ({
  id: number,
  name: `reading ${number}`,
  x: number + 0.5,
  y: -number - 0.25,
  state: ['idle', 'busy', 'failed'][number % 3],
});
const bytes = Uint8Array.from({ length: 1 << 16 }, (_, i) => i * 7);
const records = Array.from({ length: 100 }, (_, i) => reading(i));
const counter = new calls.Counter(10);
const one = reading(1);
const text = '0123456789'.repeat(10);

const cases = {
  STRING_ECHO: () => calls.echoString(text),
  BYTES_ECHO: () => calls.echoBytes(bytes),
  RECORD_ECHO: () => calls.echoRecord(one),
  RECORDS_ECHO: () => calls.echoRecords(records),
  METHOD: () => counter.add(3),
};

const crc = (content) => zlib.crc32(content).toString(16);
function check(result) {
  if (result instanceof Uint8Array) {
    return `${result.length} ${crc(result)}`;
  }
  if (Array.isArray(result)) {
    return `${result.length} ${crc(result.map((each) => `${check(each)}\n`).join(''))}`;
  }
  return typeof result === 'object'
    ? [result.id, result.name, result.x, result.y, result.state].join('|')
    : String(result);
}

let seen;
function repeat(work, times) {
  for (let i = 0; i < times; i++) {
    seen = work();
  }
}

const now = () => Number(process.hrtime.bigint());

function warm(work) {
  const end = now() + warmMillis * 1e6;
  let times = 1;
  let took;
  do {
    const start = now();
    repeat(work, times);
    took = Math.max(1, now() - start);
    if (took < 1e7) {
      times *= 2;
    }
  } while (now() < end);
  return Math.max(1, Math.min(1 << 22, Math.floor((times * batchMillis * 1e6) / took)));
}

let collections = 0;
new PerformanceObserver((list) => (collections += list.getEntries().length)).observe({
  entryTypes: ['gc'],
});
const tick = () => new Promise((resolve) => setTimeout(resolve, 5));

async function allocated(work) {
  if (!globalThis.gc) {
    return '-';
  }
  for (let times = 4096; times >= 16; times = Math.floor(times / 2)) {
    globalThis.gc();
    await tick();
    collections = 0;
    const before = process.memoryUsage();
    repeat(work, times);
    const after = process.memoryUsage();
    await tick();
    if (collections === 0) {
      const grown = after.heapUsed - before.heapUsed + after.arrayBuffers - before.arrayBuffers;
      return String(Math.max(0, grown / times));
    }
  }
  return '-';
}

for (const [name, work] of Object.entries(cases)) {
  repeat(work, 2);
  const result = check(work());
  const times = warm(work);
  const nanos = [];
  for (let i = 0; i < batches; i++) {
    const start = now();
    repeat(work, times);
    nanos.push((now() - start) / times);
  }
  nanos.sort((a, b) => a - b);
  console.log([name, nanos[nanos.length >> 1], await allocated(work), result].join('\t'));
}
