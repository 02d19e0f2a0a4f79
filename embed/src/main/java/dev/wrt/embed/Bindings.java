package dev.wrt.embed;

import dev.wrt.bounded.Fault.LinkFault;
import dev.wrt.bounded.Result;
import dev.wrt.component.ComponentInstance;
import dev.wrt.component.HostInterface;

/// The way from a component's interfaces to Java and back.
public final class Bindings {
  private Bindings() {}

  /// Sees an exported interface as a Java interface.
  ///
  /// @param instance the component
  /// @param interfaceName what it exports it as; the version may be left out
  /// @param type the Java interface
  /// @param <T> the Java interface
  /// @return a proxy, or a fault that names the WIT type, the Java type and the place where the two
  ///   don't fit
  public static <T> Result<T> export(
      ComponentInstance instance, String interfaceName, Class<T> type) {
    return Result.err(
        new LinkFault(EmbedCode.INTERFACE_MISSING, interfaceName, type.getName(), instance.name()));
  }

  /// Offers a Java object as an interface of the host.
  ///
  /// @param interfaceName what components import it as
  /// @param object its public methods are the interface's functions
  public static HostInterface host(String interfaceName, Object object) {
    return HostInterface.named(interfaceName);
  }

  /// The value of a success; a refusal is thrown.
  ///
  /// @throws ComponentFault with the fault
  public static <T> T orThrow(Result<T> result) {
    return switch (result) {
      case Result.Ok<T> ok -> ok.value();
      case Result.Err<T> err -> throw new ComponentFault(err.fault());
    };
  }
}
