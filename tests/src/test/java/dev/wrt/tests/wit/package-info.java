/// What `wrtd inspect --wit` prints, judged by wasm-tools.
package dev.wrt.tests.wit;
