package dev.wrt.decoder.component;

import dev.wrt.decoder.component.Mismatch.Context;
import dev.wrt.decoder.core.ExternType;
import dev.wrt.decoder.core.FuncType;
import dev.wrt.decoder.core.GlobalType;
import dev.wrt.decoder.core.Import;
import dev.wrt.decoder.core.MemType;
import dev.wrt.decoder.core.TableType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Subtyping of core types: import matching of the core specification, and module types.
final class CoreMatching {
  private final Mismatch mismatch;

  CoreMatching(Mismatch mismatch) {
    this.mismatch = mismatch;
  }

  /// Whether a module may stand where a module type is expected: it imports no more, and exports no
  /// less.
  void module(CoreModuleType offered, CoreModuleType expected, Context context) {
    mismatch.charge(offered.imports().size() + expected.imports().size());
    Map<List<String>, ExternType> given = new HashMap<>();
    expected.imports().forEach(i -> given.put(List.of(i.module(), i.name()), i.desc()));
    for (Import wanted : offered.imports()) {
      ExternType found = given.get(List.of(wanted.module(), wanted.name()));
      String name = wanted.module() + "::" + wanted.name();
      if (found == null) {
        mismatch.is("missing expected import `" + name + "`", context);
      } else {
        extern(found, wanted.desc(), context.with("import", name));
      }
    }
    expected
        .exports()
        .forEach((name, type) -> {
          ExternType found = offered.exports().get(name);
          if (found == null) {
            mismatch.is("missing expected export `" + name + "`", context);
          } else {
            extern(found, type, context.with("export", name));
          }
        });
  }

  /// Whether a core definition may stand where another is expected.
  void extern(ExternType offered, ExternType expected, Context context) {
    if (!mismatch.charge(1)) {
      return;
    }
    switch (expected) {
      case ExternType.Func e when offered instanceof ExternType.Func o ->
          func(o.type(), e.type(), context);
      case ExternType.Table e when offered instanceof ExternType.Table o ->
          table(o.type(), e.type(), context);
      case ExternType.Mem e when offered instanceof ExternType.Mem o ->
          memory(o.type(), e.type(), context);
      case ExternType.Global e when offered instanceof ExternType.Global o ->
          global(o.type(), e.type(), context);
      case ExternType.Tag e when offered instanceof ExternType.Tag o ->
          func(o.type(), e.type(), context);
      default -> mismatch.expected(word(expected), word(offered), context);
    }
  }

  private void func(FuncType offered, FuncType expected, Context context) {
    if (!offered.equals(expected)) {
      mismatch.is("expected: (func) " + expected + ", found: (func) " + offered, context);
    }
  }

  private void table(TableType offered, TableType expected, Context context) {
    if (!offered.elem().equals(expected.elem())) {
      mismatch.expected(
          "table element type " + expected.elem(), offered.elem().toString(), context);
    } else if (!offered.address().equals(expected.address())
        || !offered.bounds().matches(expected.bounds())) {
      mismatch.is("mismatch in table limits", context);
    }
  }

  private void memory(MemType offered, MemType expected, Context context) {
    if (offered.shared() != expected.shared()) {
      mismatch.is("mismatch in the shared flag for memories", context);
    } else if (!offered.address().equals(expected.address())
        || offered.pageSizeLog2() != expected.pageSizeLog2()
        || !offered.bounds().matches(expected.bounds())) {
      mismatch.is("mismatch in memory limits", context);
    }
  }

  /// What can't be written may be of a narrower type.
  private void global(GlobalType offered, GlobalType expected, Context context) {
    boolean constant = !offered.mutable() && !expected.mutable();
    if (!offered.type().equals(expected.type())
        && !(constant && narrower(offered.type().code(), expected.type().code()))) {
      mismatch.expected("global type " + expected.type(), offered.type().toString(), context);
    } else if (offered.mutable() != expected.mutable()) {
      mismatch.is("global types differ in mutability", context);
    }
  }

  private static boolean narrower(int offered, int expected) {
    return dev.wrt.decoder.core.TypeMatching.abstractRef(offered, expected);
  }

  private static String word(ExternType type) {
    return switch (type.kind()) {
      case FUNC -> "func";
      case TABLE -> "table";
      case MEM -> "memory";
      case GLOBAL -> "global";
      case TAG -> "tag";
    };
  }
}
