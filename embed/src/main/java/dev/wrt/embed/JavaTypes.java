package dev.wrt.embed;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Generic Java types, as far as bindings need them: the class, the arguments, and variables
/// replaced.
final class JavaTypes {
  private JavaTypes() {}

  /// A generic type with its arguments.
  ///
  /// @param raw the class
  /// @param arguments one for each of its variables
  private record Applied(Class<?> raw, List<Type> arguments) implements ParameterizedType {
    @Override
    public Type[] getActualTypeArguments() {
      return arguments.toArray(Type[]::new);
    }

    @Override
    public Type getRawType() {
      return raw;
    }

    @Override
    public @Nullable Type getOwnerType() {
      return raw.getDeclaringClass();
    }

    @Override
    public String getTypeName() {
      return raw.getTypeName()
          + arguments.stream().map(Type::getTypeName).collect(Collectors.joining(", ", "<", ">"));
    }
  }

  /// The class of a type; null for a variable or a generic array.
  static @Nullable Class<?> raw(Type type) {
    return switch (type) {
      case Class<?> c -> c;
      case ParameterizedType p -> (Class<?>) p.getRawType();
      case WildcardType w -> raw(w.getUpperBounds()[0]);
      default -> null;
    };
  }

  /// The arguments of a generic type; none for any other.
  static List<Type> arguments(Type type) {
    return type instanceof ParameterizedType p ? List.of(p.getActualTypeArguments()) : List.of();
  }

  /// A type as seen inside another one: variables of its class stand for its arguments.
  static Type inside(Type owner, Type type) {
    Class<?> raw = raw(owner);
    return raw == null ? type : replaced(type, List.of(raw.getTypeParameters()), arguments(owner));
  }

  /// One of the classes that a sealed interface permits, with the interface's arguments where its
  /// own variables are the interface's.
  static Type permitted(Class<?> permitted, Type owner) {
    if (permitted.getTypeParameters().length == 0) {
      return permitted;
    }
    List<TypeVariable<?>> own = List.of(permitted.getTypeParameters());
    for (Type above : permitted.getGenericInterfaces()) {
      if (raw(above) == raw(owner)) {
        List<Type> given = arguments(above);
        List<Type> arguments = own.stream().map(v -> chosen(v, given, arguments(owner))).toList();
        return new Applied(permitted, arguments);
      }
    }
    return permitted;
  }

  private static Type chosen(TypeVariable<?> variable, List<Type> given, List<Type> arguments) {
    int at = given.indexOf(variable);
    return at >= 0 && at < arguments.size() ? arguments.get(at) : variable;
  }

  private static Type replaced(Type type, List<TypeVariable<?>> variables, List<Type> arguments) {
    if (type instanceof TypeVariable<?> v) {
      return chosen(v, List.copyOf(variables), arguments);
    }
    Class<?> raw = raw(type);
    if (raw == null || !(type instanceof ParameterizedType p)) {
      return type;
    }
    Stream<Type> inner = Arrays.stream(p.getActualTypeArguments());
    return new Applied(raw, inner.map(t -> replaced(t, variables, arguments)).toList());
  }
}
