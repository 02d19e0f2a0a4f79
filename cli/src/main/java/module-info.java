/// The command wrtd.
module dev.wrt.cli {
  requires static transitive org.checkerframework.checker.qual;
  requires transitive dev.wrt.intercept;
  requires transitive dev.wrt.wasi;
  requires com.fasterxml.jackson.core;
  requires info.picocli;

  opens dev.wrt.cli to
      info.picocli;
}
