package dev.wrt.engine;

import dev.wrt.bounded.Fault;
import dev.wrt.decoder.core.ExternType;
import dev.wrt.decoder.core.Import;
import dev.wrt.decoder.core.Module;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Matches what is offered with what a module imports (Modules, Import Subtyping).
final class Linking {
  private Linking() {}

  /// The first import that nothing, or nothing of its type, is offered for; null if all are met.
  // [impl->req~engine-linking~1]
  static @Nullable Fault check(Module module, List<ExternVal> offered) {
    for (int i = 0; i < module.imports().size(); i++) {
      Import wanted = module.imports().get(i);
      String name = wanted.module() + "." + wanted.name();
      String expected = text(wanted.desc());
      if (i >= offered.size()) {
        return new Fault.LinkFault(EngineCode.UNKNOWN_IMPORT, name, expected, "");
      }
      ExternType found = offered.get(i).externType();
      if (!matches(found, wanted.desc())) {
        return new Fault.LinkFault(EngineCode.INCOMPATIBLE_IMPORT, name, expected, text(found));
      }
    }
    return null;
  }

  /// Whether a thing of one type may be imported as another (`Externtype_sub`).
  static boolean matches(ExternType found, ExternType wanted) {
    return switch (wanted) {
      case ExternType.Func w -> found instanceof ExternType.Func f && f.type().equals(w.type());
      case ExternType.Table w -> found instanceof ExternType.Table f && tableMatches(f, w);
      case ExternType.Mem w -> found instanceof ExternType.Mem f && memMatches(f, w);
      case ExternType.Global w -> found instanceof ExternType.Global f && f.type().equals(w.type());
      case ExternType.Tag w -> found instanceof ExternType.Tag f && f.type().equals(w.type());
    };
  }

  private static boolean tableMatches(ExternType.Table found, ExternType.Table wanted) {
    return found.type().address() == wanted.type().address()
        && found.type().elem().equals(wanted.type().elem())
        && found.type().bounds().matches(wanted.type().bounds());
  }

  private static boolean memMatches(ExternType.Mem found, ExternType.Mem wanted) {
    return found.type().address() == wanted.type().address()
        && found.type().bounds().matches(wanted.type().bounds());
  }

  private static String text(ExternType type) {
    return switch (type) {
      case ExternType.Func f -> "func " + f.type();
      case ExternType.Table t -> "table " + t.type();
      case ExternType.Mem m -> "memory " + m.type();
      case ExternType.Global g -> "global " + g.type();
      case ExternType.Tag t -> "tag " + t.type();
    };
  }
}
