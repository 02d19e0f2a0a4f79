package dev.wrt.wasi;

import dev.wrt.component.HostDestructor;
import dev.wrt.component.HostFunction;
import dev.wrt.component.HostInterface;

/// One interface of WASI while it is put together: names and signatures as in its WIT.
final class WasiInterface {
  /// The version of WASI that is followed.
  static final String VERSION = "0.2.12";

  private final String name;
  private final HostInterface host;

  /// Starts an interface.
  ///
  /// @param path package and interface, such as `wasi:io/streams`
  WasiInterface(String path) {
    name = name(path);
    host = HostInterface.named(name);
  }

  /// The full name of an interface, with its version.
  static String name(String path) {
    return path + "@" + VERSION;
  }

  /// The name of a resource for {@link dev.wrt.component.HostCall#own}.
  static String resource(String path, String resource) {
    return name(path) + "#" + resource;
  }

  /// Adds a resource.
  WasiInterface resource(String resource, HostDestructor destructor) {
    host.resource(resource, destructor);
    return this;
  }

  /// Adds a function.
  ///
  /// @param function its name in the interface
  /// @param signature its type in the notation of {@link Signature}
  /// @param body what it does
  WasiInterface func(String function, String signature, HostFunction body) {
    host.func(function, new TypedFunction(signature, body));
    return this;
  }

  /// The interface as the linker takes it.
  HostInterface host() {
    return host;
  }

  /// Its full name.
  String name() {
    return name;
  }
}
