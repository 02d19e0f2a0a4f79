package dev.wrt.embed;

import dev.wrt.bounded.Fault.LinkFault;
import dev.wrt.bounded.Result;
import dev.wrt.component.ComponentInstance.ExportedFunc;
import dev.wrt.decoder.component.ComponentFuncType;
import dev.wrt.decoder.component.ExternName;
import dev.wrt.decoder.component.ResourceType;
import dev.wrt.decoder.component.ValType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Binds Java interfaces to what a component exports.
final class ExportBinder {
  private final Callee callee;
  private final Map<ResourceType, Map<Class<?>, GuestResource>> resources = new IdentityHashMap<>();

  private ExportBinder(Callee callee) {
    this.callee = callee;
  }

  /// A proxy of a Java interface for an exported interface.
  ///
  /// @param interfaceName empty for the functions that are exported by themselves
  /// @throws Refusal where they don't fit
  static <T> T bind(Callee callee, String interfaceName, Class<T> type) {
    return type.cast(new ExportBinder(callee).bind(interfaceName, type));
  }

  /// The component.
  Callee callee() {
    return callee;
  }

  private Object bind(String interfaceName, Class<?> type) {
    requireInterface(type, interfaceName);
    List<Named> functions = named(functions(interfaceName, type));
    Map<Method, ExportCall> calls = new HashMap<>();
    for (Method method : type.getMethods()) {
      if (isBound(method, functions)) {
        calls.put(method, call(method, functions, null));
      }
    }
    return new ProxyHandler(type, calls, callee::close).proxy();
  }

  private static void requireInterface(Class<?> type, String place) {
    if (!type.isInterface()) {
      throw new Refusal(
          new LinkFault(EmbedCode.NOT_AN_INTERFACE, place, "an interface", type.getName()));
    }
  }

  /// An exported function with the Java name that stands for it.
  ///
  /// @param java the Java name
  /// @param wit the name without annotations that {@link WitName} may also give
  /// @param func the function
  private record Named(String java, String wit, ExportedFunc func) {}

  private List<ExportedFunc> functions(String interfaceName, Class<?> type) {
    List<ExportedFunc> exact = new ArrayList<>();
    List<ExportedFunc> unversioned = new ArrayList<>();
    for (ExportedFunc f : callee.exports()) {
      if (f.interfaceName().equals(interfaceName)) {
        exact.add(f);
      } else if (f.interfaceName().startsWith(interfaceName + "@")) {
        unversioned.add(f);
      }
    }
    List<ExportedFunc> found = exact.isEmpty() ? unversioned : exact;
    List<String> names = found.stream().map(ExportedFunc::interfaceName).distinct().toList();
    if (names.size() != 1) {
      String all =
          callee.exports().stream()
              .map(ExportedFunc::interfaceName)
              .distinct()
              .collect(Collectors.joining(", "));
      throw new Refusal(
          new LinkFault(EmbedCode.INTERFACE_MISSING, interfaceName, type.getName(), all));
    }
    return found;
  }

  /// The functions that are not methods of a resource.
  private static List<Named> named(List<ExportedFunc> functions) {
    List<Named> named = new ArrayList<>();
    for (ExportedFunc f : functions) {
      if (ExternName.parse(f.function()) instanceof Result.Ok<ExternName> ok) {
        switch (ok.value()) {
          case ExternName.Constructor c ->
              named.add(new Named(Names.camel("new-" + c.resource()), c.text(), f));
          case ExternName.Static s ->
              named.add(new Named(Names.camel(s.resource() + "-" + s.name()), s.text(), f));
          case ExternName.Plain p -> named.add(new Named(Names.camel(p.text()), p.text(), f));
          case ExternName.Method _, ExternName.Interface _ -> {}
        }
      }
    }
    return named;
  }

  private static boolean isBound(Method method, List<Named> functions) {
    return Modifier.isAbstract(method.getModifiers())
        && !Access.isOfObject(method)
        && !(isClose(method) && find(method, functions) == null);
  }

  private static boolean isClose(Method method) {
    return method.getName().equals("close")
        && method.getParameterCount() == 0
        && AutoCloseable.class.isAssignableFrom(method.getDeclaringClass());
  }

  private static @Nullable Named find(Method method, List<Named> functions) {
    for (Named f : functions) {
      if (Names.means(method, method.getName(), f.wit, f.java)) {
        return f;
      }
    }
    return null;
  }

  // [impl->req~embed-checked-when-bound~1]
  private ExportCall call(Method method, List<Named> functions, @Nullable Class<?> receiver) {
    Named found = find(method, functions);
    if (found == null) {
      String all = functions.stream().map(Named::wit).collect(Collectors.joining(", "));
      throw new Refusal(
          new LinkFault(
              EmbedCode.FUNCTION_MISSING,
              method.getDeclaringClass().getName() + "." + method.getName(),
              Names.wit(method, method.getName()),
              all));
    }
    String name = found.func.name();
    Binder binder = new Binder(this::handles);
    Signature.Code code = new Signature.Code(method, receiver, false);
    return new ExportCall(
        callee, name, Signature.of(binder, code, name, found.func.type()), receiver != null);
  }

  private Conversion handles(ResourceType resource, boolean own, Class<?> java, String place) {
    HostObjects objects = HostObjects.of(resource);
    if (objects != null) {
      return objects.bind(resource, own, java, place);
    }
    if (!java.isInterface() || !AutoCloseable.class.isAssignableFrom(java)) {
      throw Refusal.mismatch(
          place,
          "resource " + resource.name() + " (an interface that extends AutoCloseable)",
          java.getName());
    }
    return resource(resource.identity(), java).handles(own);
  }

  /// A resource type seen as a Java interface. It is known before its methods are bound: they may
  /// have it in their types.
  private GuestResource resource(ResourceType type, Class<?> java) {
    Map<Class<?>, GuestResource> known = resources.computeIfAbsent(type, t -> new HashMap<>());
    GuestResource found = known.get(java);
    if (found != null) {
      return found;
    }
    GuestResource made = new GuestResource(type, java, this);
    known.put(java, made);
    List<Named> functions = methods(type);
    for (Method method : java.getMethods()) {
      if (isBound(method, functions)) {
        made.calls().put(method, call(method, functions, java));
      }
    }
    return made;
  }

  /// The methods of a resource type.
  private List<Named> methods(ResourceType resource) {
    List<Named> named = new ArrayList<>();
    for (ExportedFunc f : callee.exports()) {
      if (ExternName.parse(f.function()) instanceof Result.Ok<ExternName> ok
          && ok.value() instanceof ExternName.Method m
          && isOn(resource, f.type())) {
        named.add(new Named(Names.camel(m.name()), m.name(), f));
      }
    }
    return named;
  }

  private static boolean isOn(ResourceType resource, ComponentFuncType method) {
    return method.params().getFirst().type() instanceof ValType.BorrowType b
        && b.resource().identity() == resource;
  }
}
