package dev.wrt.intercept;

import dev.wrt.component.CallSite;

/// A pattern of functions: `interface#function`, where `*` stands for any run of characters.
///
/// Without `#`, the pattern is one of interfaces and fits all of their functions; a function that
/// is exported or imported at the top has the empty interface. `wasi:filesystem/*` fits all
/// functions of all interfaces of that package, of any version.
///
/// @param interfaces pattern of the interface name
/// @param functions pattern of the function name
// [impl->req~intercept-patterns~1]
public record NamePattern(String interfaces, String functions) {
  /// Fits every function.
  public static final NamePattern EVERYTHING = new NamePattern("*", "*");

  /// Fits no function.
  public static final NamePattern NOTHING = new NamePattern("", "");

  /// Reads a pattern.
  ///
  /// @param text as described above
  public static NamePattern parse(String text) {
    int hash = text.indexOf('#');
    return hash < 0
        ? new NamePattern(text, "*")
        : new NamePattern(text.substring(0, hash), text.substring(hash + 1));
  }

  /// Whether the function of a call site fits.
  public boolean matches(CallSite site) {
    return fits(interfaces, site.interfaceName()) && fits(functions, site.function());
  }

  /// Matches a text with a pattern of literal characters and `*`, in time of their product.
  static boolean fits(String pattern, String text) {
    int p = 0;
    int t = 0;
    int star = -1;
    int mark = 0;
    while (t < text.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        mark = t;
      } else if (p < pattern.length() && pattern.charAt(p) == text.charAt(t)) {
        p++;
        t++;
      } else if (star >= 0) {
        p = star + 1;
        t = ++mark;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }

  @Override
  public String toString() {
    return interfaces + "#" + functions;
  }
}
