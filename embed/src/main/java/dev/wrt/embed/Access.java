package dev.wrt.embed;

import dev.wrt.bounded.Fault.LinkFault;
import dev.wrt.bounded.Invariant;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Method handles of the user's classes, all of the form `(Object[]) -> Object`, a receiver being
/// the first argument.
final class Access {
  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

  private Access() {}

  /// The constructor of a record that takes all its components.
  static MethodHandle canonical(Class<?> record, String place) {
    Class<?>[] types =
        Arrays.stream(record.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      return of(record.getDeclaredConstructor(types), place);
    } catch (NoSuchMethodException e) {
      throw new Invariant.Violation("a record has its canonical constructor");
    }
  }

  /// A constructor.
  static MethodHandle of(Constructor<?> constructor, String place) {
    open(constructor, constructor.getDeclaringClass(), place);
    try {
      return spread(LOOKUP.unreflectConstructor(constructor));
    } catch (IllegalAccessException e) {
      throw closed(constructor.getDeclaringClass(), place);
    }
  }

  /// A method.
  static MethodHandle of(Method method, String place) {
    open(method, method.getDeclaringClass(), place);
    try {
      return spread(LOOKUP.unreflect(method));
    } catch (IllegalAccessException e) {
      throw closed(method.getDeclaringClass(), place);
    }
  }

  /// A method of one object.
  static MethodHandle of(Method method, Object receiver, String place) {
    open(method, method.getDeclaringClass(), place);
    try {
      return spread(LOOKUP.unreflect(method).bindTo(receiver));
    } catch (IllegalAccessException e) {
      throw closed(method.getDeclaringClass(), place);
    }
  }

  private static void open(AccessibleObject member, Class<?> owner, String place) {
    if (!member.trySetAccessible()) {
      throw closed(owner, place);
    }
  }

  private static Refusal closed(Class<?> owner, String place) {
    return new Refusal(
        new LinkFault(
            EmbedCode.NOT_ACCESSIBLE,
            place,
            "opens " + owner.getPackageName() + " to " + Access.class.getModule().getName(),
            owner.getName()));
  }

  private static MethodHandle spread(MethodHandle handle) {
    int count = handle.type().parameterCount();
    return handle
        .asFixedArity()
        .asSpreader(Object[].class, count)
        .asType(MethodType.methodType(Object.class, Object[].class));
  }

  /// Calls a handle of this class.
  // NULLNESS-EMBED-1: a handle takes nulls; whether the user's code does is its own affair.
  @SuppressWarnings("nullness:argument")
  static @Nullable Object call(MethodHandle handle, @Nullable Object... arguments)
      throws Throwable {
    return (Object) handle.invokeExact(arguments);
  }

  /// Whether a method is one that every object has.
  static boolean isOfObject(Method method) {
    return method.getDeclaringClass() == Object.class
        || !Modifier.isStatic(method.getModifiers()) && isInherited(method);
  }

  private static boolean isInherited(Method method) {
    try {
      Object.class.getMethod(method.getName(), method.getParameterTypes());
      return true;
    } catch (NoSuchMethodException e) {
      return false;
    }
  }
}
