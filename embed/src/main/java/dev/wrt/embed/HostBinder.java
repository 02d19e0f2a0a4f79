package dev.wrt.embed;

import dev.wrt.component.HostInterface;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Makes a host interface of a Java object: its public methods become functions, its resource
/// classes become resources.
final class HostBinder {
  private final String interfaceName;
  private final Map<String, Class<?>> resources = new LinkedHashMap<>();
  private final Map<String, List<HostBody.Target>> functions = new LinkedHashMap<>();

  private HostBinder(String interfaceName) {
    this.interfaceName = interfaceName;
  }

  /// The host interface of an object.
  ///
  /// @param more resource classes that are not member classes of the object's
  static HostInterface bind(String interfaceName, Object object, List<Class<?>> more) {
    HostBinder binder = new HostBinder(interfaceName);
    Set<Class<?>> classes = new LinkedHashSet<>(more);
    for (Class<?> member : object.getClass().getClasses()) {
      if (member.isAnnotationPresent(WitResource.class)) {
        classes.add(member);
      }
    }
    for (Class<?> c : classes) {
      binder.resources.put(Names.wit(c, c.getSimpleName()), c);
    }
    binder.object(object);
    binder.resources.forEach(binder::resource);
    return binder.made();
  }

  /// A function of the host that is a functional interface's method.
  ///
  /// @param type the functional interface, which has the types
  /// @param body what it does
  static HostBody function(String name, Class<?> type, Object body) {
    HostBinder binder = new HostBinder(name);
    for (Method method : type.getMethods()) {
      if (Modifier.isAbstract(method.getModifiers()) && !Access.isOfObject(method)) {
        binder.add(name, new HostBody.Target(new Signature.Code(method, null, true), body));
      }
    }
    return new HostBody(name, binder.functions.getOrDefault(name, List.of()));
  }

  private HostInterface made() {
    HostInterface host = HostInterface.named(interfaceName);
    resources.forEach((name, type) -> host.resource(name, new HostObjects(type)));
    functions.forEach((name, targets) -> {
      HostBody body = new HostBody(interfaceName + "#" + name, targets);
      if (body.isLater()) {
        host.asyncFunc(name, new LaterBody(body));
      } else {
        host.func(name, body);
      }
    });
    return host;
  }

  // [impl->req~embed-host-object~1]
  private void object(Object object) {
    for (Method method : object.getClass().getMethods()) {
      if (!isCallable(method) || Modifier.isStatic(method.getModifiers())) {
        continue;
      }
      for (String name : names(method)) {
        add(name, new HostBody.Target(new Signature.Code(method, null, true), object));
      }
    }
  }

  /// What a method of the object may be in WIT: `newFile` is a constructor as well, `fileOpen` a
  /// static function, where `file` is a resource.
  private List<String> names(Method method) {
    String name = Names.wit(method, method.getName());
    List<String> names = new ArrayList<>(List.of(name));
    for (String resource : resources.keySet()) {
      if (name.equals("new-" + resource)) {
        names.add("[constructor]" + resource);
      } else if (name.startsWith(resource + "-")) {
        names.add("[static]" + resource + "." + name.substring(resource.length() + 1));
      }
    }
    return names;
  }

  private void resource(String resource, Class<?> type) {
    for (Constructor<?> constructor : type.getConstructors()) {
      if (!Modifier.isAbstract(type.getModifiers())) {
        Signature.Code code = new Signature.Code(constructor, null, true);
        add("[constructor]" + resource, new HostBody.Target(code, null));
      }
    }
    for (Method method : type.getMethods()) {
      if (isCallable(method) && !isDestructor(method)) {
        boolean isStatic = Modifier.isStatic(method.getModifiers());
        String own = Names.wit(method, method.getName());
        String name = (isStatic ? "[static]" : "[method]") + resource + "." + own;
        Signature.Code code = new Signature.Code(method, isStatic ? null : type, true);
        add(name, new HostBody.Target(code, null));
      }
    }
  }

  private void add(String name, HostBody.Target target) {
    functions.computeIfAbsent(name, n -> new ArrayList<>()).add(target);
  }

  private static boolean isCallable(Method method) {
    return !method.isBridge() && !method.isSynthetic() && !Access.isOfObject(method);
  }

  private static boolean isDestructor(Method method) {
    return method.getName().equals("close")
        && method.getParameterCount() == 0
        && AutoCloseable.class.isAssignableFrom(method.getDeclaringClass());
  }
}
