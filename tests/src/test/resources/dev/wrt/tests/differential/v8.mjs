// Executes generated modules in V8. Standard input: frames of a length (four bytes, the lowest
// first) and a module. Standard output: for each a frame with its answer as text, in the form that
// Answer.java describes.
import { writeSync } from "node:fs";
import { crc32 } from "node:zlib";

function message(e) {
  if (e instanceof WebAssembly.Exception) {
    return "exception";
  }
  return `trap ${e.message}`;
}

function attempt(f) {
  try {
    f();
    return "returned";
  } catch (e) {
    return message(e);
  }
}

function state(exports) {
  const words = [];
  for (let i = 0; exports[`o${i}`]; i++) {
    words.push(BigInt.asUintN(64, exports[`o${i}`].value).toString(16));
  }
  for (let i = 0; exports[`m${i}`]; i++) {
    const buffer = exports[`m${i}`].buffer;
    words.push(`${buffer.byteLength}:${crc32(new Uint8Array(buffer)).toString(16)}`);
  }
  return words.join(" ");
}

function answer(bytes) {
  let module;
  try {
    module = new WebAssembly.Module(bytes);
  } catch (e) {
    return `invalid ${e.message}`;
  }
  let exports;
  const lines = [attempt(() => (exports = new WebAssembly.Instance(module, {}).exports))];
  for (let i = 0; exports && exports[`c${i}`]; i++) {
    lines.push(attempt(exports[`c${i}`]));
    lines.push(attempt(exports.observe));
    lines.push(state(exports));
  }
  return lines.join("\n");
}

function write(bytes) {
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(1, bytes, at);
    } catch (e) {
      if (e.code !== "EAGAIN") throw e;
    }
  }
}

let pending = Buffer.alloc(0);
process.stdin.on("data", (chunk) => {
  pending = Buffer.concat([pending, chunk]);
  while (pending.length >= 4 && pending.length >= 4 + pending.readUInt32LE(0)) {
    const end = 4 + pending.readUInt32LE(0);
    const text = Buffer.from(answer(pending.subarray(4, end)), "utf8");
    const frame = Buffer.alloc(4 + text.length);
    frame.writeUInt32LE(text.length, 0);
    text.copy(frame, 4);
    write(frame);
    pending = pending.subarray(end);
  }
});
