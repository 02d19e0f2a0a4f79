package dev.wrt.cli;

import picocli.CommandLine.IVersionProvider;

/// What `--version` prints.
final class Version implements IVersionProvider {
  /// The release of wrt.
  static final String RELEASE = "0.1.0";

  /// Creates the provider; picocli does.
  Version() {}

  @Override
  public String[] getVersion() {
    return new String[] {
      "wrtd " + RELEASE,
      "Java " + Runtime.version() + " (" + System.getProperty("java.vm.name") + ")"
    };
  }
}
