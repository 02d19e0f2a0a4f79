/// WASI 0.2 for components, with capabilities.
package dev.wrt.wasi;
