/// The command wrtd.
// LINT-CLI-1: the library for TOML has no module descriptor, and no other reads it.
@SuppressWarnings("requires-automatic")
module dev.wrt.cli {
  requires static transitive org.checkerframework.checker.qual;
  requires transitive dev.wrt.intercept;
  requires transitive dev.wrt.wasi;
  requires com.fasterxml.jackson.core;
  requires info.picocli;
  requires org.tomlj;

  opens dev.wrt.cli to
      info.picocli;
}
