package dev.wrt.cli;

import dev.wrt.decoder.Feature;
import dev.wrt.decoder.core.ArrayType;
import dev.wrt.decoder.core.MemType;
import dev.wrt.decoder.core.Module;
import dev.wrt.decoder.core.Opcode;
import dev.wrt.decoder.core.StructType;
import java.util.Set;
import java.util.TreeSet;

/// Which features of WebAssembly a module uses, by the proposals' names: what it needs of a runtime
/// beside WebAssembly 2.0 without vectors.
final class ModuleFeatures {
  private static final int RELAXED = 0x100;

  private ModuleFeatures() {}

  /// The features, sorted.
  ///
  /// @param module a module
  /// @param opcodes the instructions in it
  static Set<String> of(Module module, Set<Opcode> opcodes) {
    Set<String> features = new TreeSet<>();
    opcodes.forEach(row -> instruction(features, row));
    memories(features, module);
    for (int i = 0; i < module.tableCount(); i++) {
      add(features, "memory64", module.tableType(i).is64());
    }
    add(features, "exception-handling", module.tagCount() > 0);
    boolean aggregates =
        module.types().stream()
            .anyMatch(t -> t.comp() instanceof StructType || t.comp() instanceof ArrayType);
    add(features, "gc", aggregates);
    return features;
  }

  private static void memories(Set<String> features, Module module) {
    add(features, "multi-memory", module.memCount() > 1);
    for (int i = 0; i < module.memCount(); i++) {
      MemType type = module.memType(i);
      add(features, "memory64", type.is64());
      add(features, Feature.THREADS.word(), type.shared());
      boolean custom = type.pageSizeLog2() != MemType.PAGE_SIZE_LOG2;
      add(features, Feature.CUSTOM_PAGE_SIZES.word(), custom);
    }
  }

  private static void instruction(Set<String> features, Opcode row) {
    Feature named = row.feature();
    if (named != null) {
      features.add(named.word());
      return;
    }
    switch (row.rule().family()) {
      case GC -> features.add("gc");
      case VECTOR -> features.add(row.code() >= RELAXED ? "relaxed-simd" : "simd");
      default -> control(features, row);
    }
  }

  private static void control(Set<String> features, Opcode row) {
    switch (row) {
      case RETURN_CALL, RETURN_CALL_INDIRECT -> features.add("tail-call");
      case RETURN_CALL_REF -> {
        features.add("tail-call");
        features.add("function-references");
      }
      case CALL_REF, REF_AS_NON_NULL, BR_ON_NULL, BR_ON_NON_NULL ->
          features.add("function-references");
      case BR_ON_CAST, BR_ON_CAST_FAIL, REF_EQ -> features.add("gc");
      case THROW, THROW_REF, TRY_TABLE -> features.add("exception-handling");
      default -> {}
    }
  }

  private static void add(Set<String> features, String name, boolean used) {
    if (used) {
      features.add(name);
    }
  }
}
