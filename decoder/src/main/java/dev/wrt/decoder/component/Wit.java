package dev.wrt.decoder.component;

/// WIT text of a component's world.
public final class Wit {
  private Wit() {}

  /// Prints the imports and exports of a component with the interfaces they name.
  public static String print(Component component) {
    throw new UnsupportedOperationException();
  }
}
