/// The canonical ABI (CanonicalABI.md) for synchronous functions, and the passage of bytes.
package dev.wrt.component.abi;
