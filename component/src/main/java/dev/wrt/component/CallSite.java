package dev.wrt.component;

import dev.wrt.decoder.component.ComponentFuncType;

/// The place of a call or event, as interceptors see it.
///
/// One is made for each lifted export and each lowered import at link time; only the depth differs
/// from call to call.
///
/// @param component name of the component that is entered or left, such as `hello` or `hello/inner`
/// @param interfaceName name of the interface, such as `wasi:io/streams@0.2.12`; empty for a
///   function that is imported or exported by itself
/// @param function name of the function in it, such as `[method]input-stream.read`
/// @param type its type
/// @param direction whether the component is entered or left
/// @param depth number of component-level calls that are open, this one included; 1 for a call from
///   the host
/// @param meter what the linked components have used so far
public record CallSite(
    String component,
    String interfaceName,
    String function,
    ComponentFuncType type,
    Direction direction,
    int depth,
    Meter meter) {

  /// This site at another depth.
  public CallSite at(int newDepth) {
    return newDepth == depth
        ? this
        : new CallSite(component, interfaceName, function, type, direction, newDepth, meter);
  }

  /// The point that belongs to the direction.
  public Point point() {
    return direction == Direction.EXPORT ? Point.EXPORT_CALL : Point.IMPORT_CALL;
  }

  /// Interface and function as one name: `ns:pkg/iface#func`, or `func` alone.
  public String name() {
    return interfaceName.isEmpty() ? function : interfaceName + "#" + function;
  }
}
