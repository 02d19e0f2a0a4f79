package dev.wrt.embed;

import dev.wrt.bounded.Result;
import dev.wrt.component.AsyncHostFunction;
import dev.wrt.component.ComponentInstance;
import dev.wrt.component.HostFunction;
import dev.wrt.component.HostInterface;
import java.util.List;
import java.util.function.Supplier;

/// The way from a component's interfaces to Java and back.
///
/// | WIT | Java |
/// | --- | --- |
/// | `bool`, `f32`, `f64`, `string` | `boolean`, `float`, `double`, {@link String} |
/// | `s8` to `s64` | `byte`, `short`, `int`, `long`, of the same width or wider |
/// | `u8` to `u64` | the same: in the same width the bits, in a wider one the number; {@link
///   java.math.BigInteger} |
/// | `char` | `int`, a code point |
/// | `list` of numbers | an array of the same width (`byte[]`, `int[]`, `double[]`, ...), or {@link
///   List} |
/// | `list<t>`, `map<k, v>`, `option<t>` | {@link List}, {@link java.util.Map}, {@link
///   java.util.Optional} |
/// | `record` | a record whose components have the fields' names, in any order |
/// | `tuple` | a record whose components are the elements in order |
/// | `variant` | a sealed interface of records, named after the cases, with a component for the
///   payload |
/// | `enum`, `flags` | an enum, a {@link java.util.Set} of an enum's constants |
/// | `result<t, e>` | {@link WitResult}; or `t` of a method that declares an exception that is a
///   {@link WitError} of `e` |
/// | `stream<t>` | a {@link java.util.concurrent.Flow.Publisher} of chunks, each what stands for
///   `list<t>` |
/// | `future<t>` | a {@link java.util.concurrent.CompletionStage} |
/// | a resource of the component | an interface that extends {@link AutoCloseable} |
/// | a resource of the host | the class that is marked {@link WitResource} |
/// | anything | {@link dev.wrt.component.value.Value}, as it is |
///
/// Boxed types do as well where Java needs them. `no-price` of WIT is `noPrice`, `NoPrice` or
/// `NO_PRICE` in Java; {@link WitName} gives another name. A constructor `[constructor]file` is the
/// method `newFile` of the interface, a static function `[static]file.open` the method `fileOpen`.
///
/// A method that returns {@link Result} never throws: it answers the fault. One that returns the
/// plain value throws {@link ComponentFault}. One that returns a {@link
/// java.util.concurrent.CompletionStage} answers later, if the component is an {@link
/// AsyncComponent}; of a host, it is an `async` function.
public final class Bindings {
  private Bindings() {}

  /// Sees an exported interface as a Java interface: each of its abstract methods calls the
  /// function of its name. Default methods are ordinary Java; `close()` of an {@link AutoCloseable}
  /// closes the component.
  ///
  /// @param instance the component
  /// @param interfaceName what it exports it as; the version may be left out
  /// @param type the Java interface
  /// @param <T> the Java interface
  /// @return a proxy, or a fault that names the WIT type, the Java type and the place where the two
  ///   don't fit
  public static <T> Result<T> export(
      ComponentInstance instance, String interfaceName, Class<T> type) {
    return bound(() -> ExportBinder.bind(new Callee.Direct(instance), interfaceName, type));
  }

  /// Sees an exported interface of a component that any thread may call. Methods that return a
  /// {@link java.util.concurrent.CompletionStage} answer later; any other waits for the answer, and
  /// must not be called in the thread that owns the component.
  ///
  /// @param component the component
  /// @param interfaceName what it exports it as; empty for the functions that it exports by
  ///   themselves
  /// @param type the Java interface
  /// @param <T> the Java interface
  /// @return as {@link #export(ComponentInstance, String, Class)}
  public static <T> Result<T> export(
      AsyncComponent component, String interfaceName, Class<T> type) {
    return bound(() -> ExportBinder.bind(new Callee.Owned(component), interfaceName, type));
  }

  /// Sees the functions that a component exports by themselves, outside an interface, as a Java
  /// interface.
  ///
  /// @param instance the component
  /// @param type the Java interface
  /// @param <T> the Java interface
  /// @return as {@link #export(ComponentInstance, String, Class)}
  public static <T> Result<T> export(ComponentInstance instance, Class<T> type) {
    return export(instance, "", type);
  }

  /// Offers a Java object as an interface of the host.
  ///
  /// Its public methods are the functions; its public member classes that are marked {@link
  /// WitResource} are the resources. The types are compared when a component is linked: where they
  /// don't fit, linking is refused. An exception that a method throws ends the call of the
  /// component with a {@link dev.wrt.bounded.Fault.HostFault}, unless it is declared to stand for
  /// `err`.
  ///
  /// @param interfaceName what components import it as
  /// @param object the object
  /// @param resources classes of resources that are not members of the object's class
  public static HostInterface host(String interfaceName, Object object, Class<?>... resources) {
    return HostBinder.bind(interfaceName, object, List.of(resources));
  }

  /// Offers a lambda expression as a function of the host.
  ///
  /// @param name names it in faults
  /// @param type its functional interface, whose types are the types of the function
  /// @param body the lambda expression
  /// @param <T> the functional interface
  public static <T extends Object> HostFunction function(String name, Class<T> type, T body) {
    return HostBinder.function(name, type, body);
  }

  /// Offers a lambda expression that answers later as an `async` function of the host.
  ///
  /// @param name names it in faults
  /// @param type its functional interface, whose method returns a {@link
  ///   java.util.concurrent.CompletionStage}
  /// @param body the lambda expression
  /// @param <T> the functional interface
  public static <T extends Object> AsyncHostFunction later(String name, Class<T> type, T body) {
    return new LaterBody(HostBinder.function(name, type, body));
  }

  private static <T> Result<T> bound(Supplier<T> binding) {
    try {
      return Result.ok(binding.get());
    } catch (Refusal refusal) {
      return Result.err(refusal.fault());
    }
  }

  /// The value of a success; a refusal is thrown.
  ///
  /// @param <T> the value's type
  /// @throws ComponentFault with the fault
  public static <T> T orThrow(Result<T> result) {
    return switch (result) {
      case Result.Ok<T> ok -> ok.value();
      case Result.Err<T> err -> throw ExportCall.thrown(err.fault());
    };
  }
}
