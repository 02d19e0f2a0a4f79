package dev.wrt.benchmarks;

import java.nio.file.Path;

/// A program that keeps a machine busy with one kind of work: what {@link Levels} measures.
///
/// @see Levels
enum Kernel {
  /// Recursive calls.
  FIB("fib", "kernels", "fib", 24),
  /// Bytes of memory, in the order of their addresses and in steps.
  SIEVE("sieve", "kernels", "sieve", 3),
  /// Floating-point numbers out of memory.
  MATMUL("matmul", "kernels", "matmul", 1),
  /// Integer operations and a table in memory.
  SHA256("sha256", "kernels", "sha256", 6),
  /// Calls through a table.
  INDIRECT("call-indirect", "kernels", "icall", 60_000),
  /// An interpreter of byte-code.
  VM("byte-code-vm", "kernels", "vm", 30_000),
  /// Structures and arrays, and their collection.
  OBJECTS("gc-objects", "objects", "run", 10_000);

  private final String title;
  private final String module;
  private final String export;
  private final int argument;

  Kernel(String title, String module, String export, int argument) {
    this.title = title;
    this.module = module;
    this.export = export;
    this.argument = argument;
  }

  /// What it is called in the table.
  String title() {
    return title;
  }

  /// The function that does the work once.
  String export() {
    return export;
  }

  /// How much work that is.
  int argument() {
    return argument;
  }

  /// Its module.
  ///
  /// @param project the project's folder
  Path file(Path project) {
    String folder =
        module.equals("objects")
            ? "tests/src/test/resources/dev/wrt/tests/engine/work"
            : "engine/src/test/resources/dev/wrt/engine";
    return project.resolve(folder).resolve(module + ".wasm");
  }
}
