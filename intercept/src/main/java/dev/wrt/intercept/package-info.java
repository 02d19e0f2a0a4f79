/// The built-in interceptors and their configuration.
package dev.wrt.intercept;
