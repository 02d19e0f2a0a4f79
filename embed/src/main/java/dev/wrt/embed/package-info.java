/// Components from plain Java.
///
/// A WIT interface that a component exports is seen as a Java interface, and a Java object stands
/// for an interface that a component imports. Which Java type may stand for which WIT type is
/// checked when the two are bound, once; a call then only converts.
///
/// Faults of guests and limits stay values below this package. Here, at the edge, they become what
/// the Java method says: a {@link dev.wrt.bounded.Result}, or an unchecked exception.
///
/// Many threads share a component through {@link dev.wrt.embed.AsyncComponent}, which owns it and
/// answers with futures.
///
/// This module uses reflection and makes no claim of safety: it stands on top of {@link
/// dev.wrt.component}, which knows nothing of it.
package dev.wrt.embed;
