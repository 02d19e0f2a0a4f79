package dev.wrt.component.value;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Result;
import dev.wrt.decoder.component.ComponentFuncType;
import dev.wrt.decoder.component.WitTypes;
import org.checkerframework.checker.nullness.qual.Nullable;

/// A call in WAVE: which function, and the text of its arguments, to be read once its type is
/// known.
///
/// @param interfaceName the interface, version included, such as `my:pkg/iface@0.2.0`; empty for a
///   function of the component itself
/// @param function the function's name
/// @param text the whole text
/// @param argumentsAt where the parenthesis of the arguments is in it; its length if there is none
public record WaveCall(String interfaceName, String function, String text, int argumentsAt) {
  /// Reads the arguments by the function's type; options at the end may be omitted, and without
  /// parentheses all arguments are.
  public Result<Values> arguments(ComponentFuncType type) {
    return arguments(type, null);
  }

  /// The same where streams and futures can be made.
  ///
  /// @param ends makes them; null where they have no text form
  public Result<Values> arguments(ComponentFuncType type, @Nullable WaveEnds ends) {
    String source = argumentsAt < text.length() ? text : text + "()";
    return switch (new WaveParser(source, argumentsAt, ends).arguments(type)) {
      case Result.Ok<Values> ok -> ok;
      case Result.Err<Values> err -> Result.err(named(err.fault(), type));
    };
  }

  /// The fault with the function and, where the number of arguments is wrong, its signature.
  private Fault named(Fault fault, ComponentFuncType type) {
    if (!(fault instanceof Fault.CallFault call)) {
      return fault;
    }
    boolean count = call.code() == ValueCode.WRONG_COUNT;
    String expected = count ? WitTypes.print(function, type) : call.expected();
    return new Fault.CallFault(call.code(), function, expected, call.found());
  }

  /// Reads the name before the arguments.
  // [impl->req~wave-call~1]
  static Result<WaveCall> parse(String text) {
    int open = text.indexOf('(');
    int argumentsAt = open < 0 ? text.length() : open;
    String callee = text.substring(0, argumentsAt).strip();
    int bad = badCharacter(callee);
    if (callee.isEmpty() || bad >= 0) {
      String found = callee.isEmpty() ? "no name" : "`" + callee.charAt(Math.max(bad, 0)) + "`";
      int at = text.indexOf(callee) + Math.max(bad, 0) + 1;
      return Result.err(
          new Fault.CallFault(
              ValueCode.BAD_CHAR,
              callee,
              "a function such as `name`, `ns:pkg/iface.name` or `ns:pkg/iface@1.2.3#name`",
              found + " at character " + at));
    }
    int split = split(callee);
    String interfaceName = split < 0 ? "" : callee.substring(0, split);
    String function = callee.substring(split + 1);
    return Result.ok(new WaveCall(interfaceName, unescaped(function), text, argumentsAt));
  }

  private static String unescaped(String label) {
    return label.startsWith("%") ? label.substring(1) : label;
  }

  private static int badCharacter(String callee) {
    for (int i = 0; i < callee.length(); i++) {
      char c = callee.charAt(i);
      boolean digit = c >= '0' && c <= '9';
      boolean word = digit || isLetter(c);
      if (!word && "-:/@.#[]+%".indexOf(c) < 0) {
        return i;
      }
    }
    return -1;
  }

  /// Where the interface's name ends: at `#`, before a `[method]`, or at the last dot that a word
  /// follows; -1 if there is no interface.
  private static int split(String callee) {
    int hash = callee.indexOf('#');
    if (hash >= 0) {
      return hash;
    }
    int bracket = callee.indexOf('[');
    if (bracket >= 0) {
      return bracket - 1;
    }
    int dot = callee.lastIndexOf('.');
    boolean word = dot >= 0 && dot + 1 < callee.length() && isNameStart(callee.charAt(dot + 1));
    return word ? dot : -1;
  }

  private static boolean isNameStart(char c) {
    return c == '%' || isLetter(c);
  }

  private static boolean isLetter(char c) {
    boolean small = c >= 'a' && c <= 'z';
    return small || c >= 'A' && c <= 'Z';
  }

  /// The callee as it was written, without its arguments.
  public String callee() {
    return text.substring(0, argumentsAt).strip();
  }
}
