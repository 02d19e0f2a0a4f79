package dev.wrt.embed;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;

/// What a proxy of a bound interface does: its abstract methods call exports, its default methods
/// run, `close()` ends what it stands for. A proxy equals itself only.
final class ProxyHandler implements InvocationHandler {
  private final Class<?> type;
  private final Map<Method, ExportCall> calls;
  private final Runnable end;

  /// @param type the interface
  /// @param calls what its methods call
  /// @param end what `close()` does
  ProxyHandler(Class<?> type, Map<Method, ExportCall> calls, Runnable end) {
    this.type = type;
    this.calls = calls;
    this.end = end;
  }

  /// A new proxy.
  Object proxy() {
    return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, this);
  }

  /// What `close()` of a proxy of this class does; null for any other object.
  static @Nullable Runnable end(Object object) {
    return Proxy.isProxyClass(object.getClass())
            && Proxy.getInvocationHandler(object) instanceof ProxyHandler handler
        ? handler.end
        : null;
  }

  // NULLNESS-EMBED-2: a proxy passes null for no arguments, and null may be answered; the
  // declaration of the JDK that the checker goes by says neither.
  @SuppressWarnings("nullness")
  @Override
  public @Nullable Object invoke(
      Object proxy, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    if (Access.isOfObject(method)) {
      return identity(proxy, method.getName(), arguments);
    }
    ExportCall call = calls.get(method);
    if (call != null) {
      return call.invoke(proxy, arguments);
    }
    if (method.isDefault()) {
      return InvocationHandler.invokeDefault(proxy, method, arguments);
    }
    end.run();
    return null;
  }

  private Object identity(Object proxy, String method, @Nullable Object @Nullable [] arguments) {
    return switch (method) {
      case "hashCode" -> System.identityHashCode(proxy);
      case "equals" -> arguments != null && arguments[0] == proxy;
      default -> type.getSimpleName();
    };
  }
}
