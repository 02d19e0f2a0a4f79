/// The built-in interceptors: logging, stats, resources and firewall.
///
/// An interceptor sees every call that crosses a component's boundary, and the events between
/// (`dev.wrt.component.Interceptor` states the contract). {@link dev.wrt.intercept.BuiltIns} makes
/// a chain of them from their names; the order of the names is the order of the chain: `before`
/// runs from first to last, `after` from last to first.
///
/// Reading order: {@link dev.wrt.intercept.BuiltIns}, {@link dev.wrt.intercept.Logging}, {@link
/// dev.wrt.intercept.CallStats}, {@link dev.wrt.intercept.ResourceLimits}, {@link
/// dev.wrt.intercept.Firewall}.
package dev.wrt.intercept;
