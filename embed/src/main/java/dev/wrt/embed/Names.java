package dev.wrt.embed;

import java.lang.reflect.AnnotatedElement;
import java.util.Locale;

/// Names of WIT and Java: `no-price` is `noPrice` for a method or component, `NoPrice` for a class,
/// `NO_PRICE` for a constant.
///
/// A Java name may end in one `_`, which does not count: so a keyword of Java can stand for itself.
final class Names {
  private Names() {}

  /// The Java name of a method or record component.
  static String camel(String wit) {
    StringBuilder name = new StringBuilder();
    for (String word : wit.split("-")) {
      String lower = word.toLowerCase(Locale.ROOT);
      name.append(name.isEmpty() ? lower : capital(lower));
    }
    return name.toString();
  }

  /// The Java name of a class.
  static String upperCamel(String wit) {
    return capital(camel(wit));
  }

  /// The Java name of a constant.
  static String constant(String wit) {
    return wit.replace('-', '_').toUpperCase(Locale.ROOT);
  }

  /// The WIT name of a method, component or class.
  static String kebab(String java) {
    StringBuilder name = new StringBuilder();
    for (char c : plain(java).toCharArray()) {
      if (Character.isUpperCase(c) && !name.isEmpty()) {
        name.append('-');
      }
      name.append(Character.toLowerCase(c));
    }
    return name.toString();
  }

  /// Whether a Java element stands for a name of WIT.
  ///
  /// @param java the element's own name
  /// @param converted the name of WIT in the form that such elements have
  static boolean means(AnnotatedElement element, String java, String wit, String converted) {
    WitName given = element.getAnnotation(WitName.class);
    return given == null ? plain(java).equals(converted) : given.value().equals(wit);
  }

  /// The name of WIT that a method or class stands for.
  static String wit(AnnotatedElement element, String java) {
    WitName given = element.getAnnotation(WitName.class);
    return given == null ? kebab(java) : given.value();
  }

  private static String plain(String java) {
    return java.endsWith("_") ? java.substring(0, java.length() - 1) : java;
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
