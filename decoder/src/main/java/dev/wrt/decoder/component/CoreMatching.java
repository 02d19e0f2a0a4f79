package dev.wrt.decoder.component;

import dev.wrt.decoder.component.CoreModuleType.CoreImport;
import dev.wrt.decoder.component.Mismatch.Context;
import dev.wrt.decoder.core.GlobalType;
import dev.wrt.decoder.core.MemType;
import dev.wrt.decoder.core.TableType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Subtyping of core types: import matching of the core specification, and module types.
// [impl->req~component-subtyping~1]
final class CoreMatching {
  private final CoreTypes core;
  private final Mismatch mismatch;

  CoreMatching(CoreTypes core, Mismatch mismatch) {
    this.core = core;
    this.mismatch = mismatch;
  }

  /// Whether a module may stand where a module type is expected: it imports no more, and exports no
  /// less.
  void module(CoreModuleType offered, CoreModuleType expected, Context context) {
    mismatch.charge(offered.imports().size() + expected.imports().size());
    Map<List<String>, CoreExternType> given = new HashMap<>();
    expected.imports().forEach(i -> given.put(List.of(i.module(), i.name()), i.type()));
    for (CoreImport wanted : offered.imports()) {
      CoreExternType found = given.get(List.of(wanted.module(), wanted.name()));
      String name = wanted.module() + "::" + wanted.name();
      if (found == null) {
        mismatch.is("missing expected import `" + name + "`", context);
      } else {
        extern(found, wanted.type(), context.with("import", name));
      }
    }
    expected
        .exports()
        .forEach((name, type) -> {
          CoreExternType found = offered.exports().get(name);
          if (found == null) {
            mismatch.is("missing expected export `" + name + "`", context);
          } else {
            extern(found, type, context.with("export", name));
          }
        });
  }

  /// Whether a core definition may stand where another is expected.
  void extern(CoreExternType offered, CoreExternType expected, Context context) {
    if (!mismatch.charge(1)) {
      return;
    }
    switch (expected) {
      case CoreExternType.Func e when offered instanceof CoreExternType.Func o ->
          func(o.deftype(), e.deftype(), context);
      case CoreExternType.Table e when offered instanceof CoreExternType.Table o ->
          table(o.type(), e.type(), context);
      case CoreExternType.Mem e when offered instanceof CoreExternType.Mem o ->
          memory(o.type(), e.type(), context);
      case CoreExternType.Global e when offered instanceof CoreExternType.Global o ->
          global(o.type(), e.type(), context);
      case CoreExternType.Tag e when offered instanceof CoreExternType.Tag o ->
          tag(o.deftype(), e.deftype(), context);
      default -> mismatch.expected(word(expected), word(offered), context);
    }
  }

  private void func(int offered, int expected, Context context) {
    if (!core.defTypes().matching().type(offered, expected)) {
      differ(offered, expected, context);
    }
  }

  private void tag(int offered, int expected, Context context) {
    if (offered != expected) {
      differ(offered, expected, context);
    }
  }

  private void differ(int offered, int expected, Context context) {
    mismatch.is(
        "expected: (func) " + core.func(expected) + ", found: (func) " + core.func(offered),
        context);
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
        && !(constant
            && core.defTypes().matching().val(offered.type().code(), expected.type().code()))) {
      mismatch.expected("global type " + expected.type(), offered.type().toString(), context);
    } else if (offered.mutable() != expected.mutable()) {
      mismatch.is("global types differ in mutability", context);
    }
  }

  private static String word(CoreExternType type) {
    return type.sort().word().substring("core ".length());
  }
}
