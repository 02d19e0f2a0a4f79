/// The stackless execution engine for core modules.
package dev.wrt.engine;
