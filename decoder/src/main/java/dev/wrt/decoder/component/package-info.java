/// WebAssembly binaries: core modules and components, decoded and validated within limits.
package dev.wrt.decoder.component;
