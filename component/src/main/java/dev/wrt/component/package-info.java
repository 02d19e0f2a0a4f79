/// The Component Model: linking, values, the canonical ABI, resources, memory strategies.
package dev.wrt.component;
