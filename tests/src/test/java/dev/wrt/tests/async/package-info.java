/// Asynchronous guests of our own: every canonical definition, planted races and deadlocks, floods,
/// and suspension at every unit of fuel. The guests lie beside as text; `tests/wat-to-wasm.mjs`
/// makes their binaries.
package dev.wrt.tests.async;
