/// The bounds of guests and of memory: each limit at its edge, every reservation refused in its
/// turn, hostile inputs in a small heap. The guests lie beside as text; `tests/wat-to-wasm.mjs`
/// makes their binaries.
package dev.wrt.tests.limits;
