package dev.wrt.embed;

import dev.wrt.bounded.Result;
import dev.wrt.bounded.Unit;
import dev.wrt.component.value.Value;
import dev.wrt.decoder.component.ResourceType;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;

/// A resource type of a component and the Java interface that stands for it.
///
/// A handle that Java holds is a proxy of that interface. `close()` drops the resource; passing the
/// proxy where ownership is asked for gives it away: either way the proxy is of no more use.
final class GuestResource {
  private final ResourceType type;
  private final Class<?> java;
  private final ExportBinder exports;
  private final Map<Method, ExportCall> calls = new HashMap<>();

  /// @param type the resource type's identity
  /// @param java the interface
  /// @param exports binds methods
  GuestResource(ResourceType type, Class<?> java, ExportBinder exports) {
    this.type = type;
    this.java = java;
    this.exports = exports;
  }

  /// The calls of the interface's methods, to be filled in while it is bound.
  Map<Method, ExportCall> calls() {
    return calls;
  }

  /// The conversion of handles.
  ///
  /// @param own whether ownership passes
  Conversion handles(boolean own) {
    return new OfProxy(this, own);
  }

  private record OfProxy(GuestResource resource, boolean own) implements Conversion {
    @Override
    public Value toWit(Object java, Passing passing) {
      if (ProxyHandler.end(java) instanceof Held held && held.type == resource.type) {
        return held.passed(own, passing);
      }
      throw Refusal.value(
          EmbedCode.FOREIGN_OBJECT, resource.java.getName(), java.getClass().getName());
    }

    @Override
    public Object toJava(Value wit, Passing passing) {
      Held held = new Held(resource.exports.callee(), resource.type, (Value.Handle) wit);
      return new ProxyHandler(resource.java, resource.calls, held).proxy();
    }
  }

  /// A handle that Java holds, behind its proxy.
  private static final class Held implements Runnable {
    private final Callee callee;
    private final ResourceType type;
    private final Value.Handle handle;
    private boolean gone;

    Held(Callee callee, ResourceType type, Value.Handle handle) {
      this.callee = callee;
      this.type = type;
      this.handle = handle;
    }

    /// The handle, to be passed to the component.
    Value passed(boolean own, Passing passing) {
      if (gone) {
        throw Refusal.value(EmbedCode.RESOURCE_GONE, "a resource that is held", type.name());
      }
      if (own) {
        passing.whenPassed(() -> gone = true);
      }
      return handle;
    }

    // [impl->req~embed-guest-resource~1]
    @Override
    public void run() {
      if (gone) {
        return;
      }
      gone = true;
      if (callee.drop(handle) instanceof Result.Err<Unit> err) {
        throw ExportCall.thrown(err.fault());
      }
    }
  }
}
