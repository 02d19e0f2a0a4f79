package dev.wrt.embed;

import dev.wrt.bounded.Result;
import dev.wrt.bounded.Unit;
import dev.wrt.component.HostDestructor;
import dev.wrt.component.HostResource;
import dev.wrt.component.value.Value;
import dev.wrt.decoder.component.ResourceType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The Java objects that components hold handles of: one table for each resource of a host
/// interface, of all components that are linked with it. A handle's `rep` is an index of it.
///
/// What components may hold is bounded by their handle tables. Components of different trees may
/// run on different threads, so access is synchronized.
final class HostObjects implements HostDestructor {
  private final Class<?> type;
  private final List<@Nullable Object> objects = new ArrayList<>();
  private final Deque<Integer> free = new ArrayDeque<>();

  /// @param type class of the objects
  HostObjects(Class<?> type) {
    this.type = type;
  }

  /// The table behind a resource type; null if it is not one of this package's.
  static @Nullable HostObjects of(ResourceType resource) {
    return resource.identity() instanceof HostResource host
            && host.destructor() instanceof HostObjects objects
        ? objects
        : null;
  }

  /// Adds an object and tells its number.
  synchronized int add(Object object) {
    Integer rep = free.poll();
    if (rep == null) {
      objects.add(object);
      return objects.size() - 1;
    }
    objects.set(rep, object);
    return rep;
  }

  /// The object of a number.
  ///
  /// @throws Refusal if there is none
  synchronized Object get(int rep) {
    Object object = rep >= 0 && rep < objects.size() ? objects.get(rep) : null;
    if (object == null) {
      throw Refusal.value(EmbedCode.RESOURCE_GONE, type.getName(), "number " + rep);
    }
    return object;
  }

  /// Removes and gives the object of a number.
  ///
  /// @throws Refusal if there is none
  synchronized Object remove(int rep) {
    Object object = get(rep);
    objects.set(rep, null);
    free.push(rep);
    return object;
  }

  /// How many there are.
  synchronized int live() {
    return objects.size() - free.size();
  }

  // [impl->req~embed-host-resource~1]
  @Override
  public Result<Unit> drop(int rep) {
    try {
      if (remove(rep) instanceof AutoCloseable closeable) {
        closeable.close();
      }
      return Result.ok(Unit.UNIT);
    } catch (Refusal refusal) {
      return Result.err(refusal.fault());
    } catch (Throwable thrown) {
      return Result.err(HostCode.threw(type.getName() + ".close", thrown).fault());
    }
  }

  /// The conversion of handles of these objects.
  ///
  /// @param resource the resource type
  /// @param own whether ownership passes
  /// @param java the class that a signature has for it
  Conversion bind(ResourceType resource, boolean own, Class<?> java, String place) {
    if (!java.isAssignableFrom(type) && !type.isAssignableFrom(java)) {
      throw Refusal.mismatch(
          place, "resource " + resource.name() + " of " + type.getName(), java.getName());
    }
    return new OfObjects(this, resource.identity(), own, java);
  }

  private record OfObjects(HostObjects objects, ResourceType resource, boolean own, Class<?> java)
      implements Conversion {
    @Override
    public Value toWit(Object object, Passing passing) {
      if (!objects.type.isInstance(object)) {
        throw foreign(objects.type, object);
      }
      int rep = objects.add(object);
      passing.whenRefused(() -> objects.remove(rep));
      if (!own) {
        passing.atEnd(() -> objects.remove(rep));
      }
      return new Value.Handle(resource, rep, own);
    }

    @Override
    public Object toJava(Value wit, Passing passing) {
      int rep = ((Value.Handle) wit).rep();
      Object object = own ? objects.remove(rep) : objects.get(rep);
      if (!java.isInstance(object)) {
        throw foreign(java, object);
      }
      return object;
    }

    private static Refusal foreign(Class<?> expected, Object found) {
      return Refusal.value(
          EmbedCode.FOREIGN_OBJECT, expected.getName(), found.getClass().getName());
    }
  }
}
