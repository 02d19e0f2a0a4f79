package dev.wrt.embed;

import dev.wrt.bounded.Unit;
import dev.wrt.component.value.Value;
import dev.wrt.decoder.component.PrimValType;
import dev.wrt.decoder.component.ResourceType;
import dev.wrt.decoder.component.ValType;
import dev.wrt.decoder.component.WitTypes;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Makes conversions: decides which Java types may stand for a WIT type, all the way down, and says
/// where they don't.
final class Binder {
  private final Handles handles;

  /// @param handles how resources are seen
  Binder(Handles handles) {
    this.handles = handles;
  }

  /// How resources are seen by the side that is bound.
  interface Handles {
    /// The conversion of handles of a resource.
    ///
    /// @param own whether ownership passes
    /// @param java the class that stands for the resource
    Conversion bind(ResourceType resource, boolean own, Class<?> java, String place);
  }

  /// The conversion between two types.
  ///
  /// @param place where they meet, such as `ns:pkg/iface#func(param)`
  /// @throws Refusal where they don't fit
  // [impl->req~embed-values~1]
  Conversion bind(ValType wit, Type java, String place) {
    Class<?> raw = JavaTypes.raw(java);
    if (raw == null) {
      throw Refusal.mismatch(place, wit, java);
    }
    if (Value.class.isAssignableFrom(raw)) {
      return new Choices.Itself(raw);
    }
    return switch (wit) {
      case PrimValType t -> Scalars.bind(t, raw, java, place);
      case ValType.ListType t -> list(t, t.element(), -1, java, place);
      case ValType.FixedLengthListType t -> list(t, t.element(), t.length(), java, place);
      case ValType.MapType t -> {
        require(raw == Map.class, wit, java, place);
        yield new Lists.OfEntries(
            bind(t.key(), argument(java, 0, wit, place), place + "[key]"),
            bind(t.value(), argument(java, 1, wit, place), place + "[value]"));
      }
      case ValType.RecordType t -> new RecordForm.OfRecord(record(t, raw, java, place));
      case ValType.TupleType t -> new RecordForm.OfTuple(tuple(t, raw, java, place));
      case ValType.VariantType t -> variant(t, raw, java, place);
      case ValType.EnumType t -> new Choices.OfConstants(Constants.of(t.labels(), java, t, place));
      case ValType.FlagsType t -> flags(t, raw, java, place);
      case ValType.OptionType t -> {
        require(raw == Optional.class, wit, java, place);
        yield new Choices.OfOptional(
            bind(t.some(), argument(java, 0, wit, place), place + ".some"));
      }
      case ValType.ResultType t -> {
        require(raw == WitResult.class, wit, java, place);
        yield new Choices.OfResult(
            payload(t.ok(), argument(java, 0, wit, place), place + ".ok"),
            payload(t.error(), argument(java, 1, wit, place), place + ".err"));
      }
      case ValType.OwnType t -> handles.bind(t.resource(), true, raw, place);
      case ValType.BorrowType t -> handles.bind(t.resource(), false, raw, place);
      case ValType.StreamType t -> {
        require(raw == Flow.Publisher.class && t.element().isPresent(), wit, java, place);
        ValType element = t.element().orElseThrow();
        Type chunk = argument(java, 0, wit, place);
        yield new Streams.OfPublisher(
            element, bind(new ValType.ListType(element), chunk, place + "[]"));
      }
      case ValType.FutureType t -> {
        require(raw == CompletionStage.class || raw == CompletableFuture.class, wit, java, place);
        yield new Streams.OfStage(
            t.element().orElse(null),
            payload(t.element(), argument(java, 0, wit, place), place + ".value"));
      }
    };
  }

  /// The conversion of a payload; null where there is none, which {@link Unit} stands for.
  @Nullable Conversion payload(Optional<ValType> wit, Type java, String place) {
    if (wit.isPresent()) {
      return bind(wit.get(), java, place);
    }
    if (java != Unit.class) {
      throw Refusal.mismatch(place, "no payload (" + Unit.class.getName() + ")", name(java));
    }
    return null;
  }

  private static String name(Type java) {
    return java.getTypeName();
  }

  private static void require(boolean fits, ValType wit, Type java, String place) {
    if (!fits) {
      throw Refusal.mismatch(place, wit, java);
    }
  }

  private static Type argument(Type java, int index, ValType wit, String place) {
    List<Type> arguments = JavaTypes.arguments(java);
    require(index < arguments.size(), wit, java, place);
    return arguments.get(index);
  }

  private Conversion list(ValType wit, ValType element, int length, Type java, String place) {
    Class<?> raw = JavaTypes.raw(java);
    if (raw != null && element instanceof PrimValType number && NumberArray.converts(number, raw)) {
      NumberArray array = new NumberArray(number);
      return wit instanceof ValType.FixedLengthListType fixed
          ? new Lists.OfLength(array, fixed)
          : array;
    }
    require(raw == List.class, wit, java, place);
    return new Lists.OfElements(bind(element, argument(java, 0, wit, place), place + "[]"), length);
  }

  /// A Java record whose components are the fields by name, in any order.
  private RecordForm record(ValType.RecordType wit, Class<?> raw, Type java, String place) {
    require(raw.isRecord(), wit, java, place);
    RecordComponent[] components = raw.getRecordComponents();
    RecordForm.Part[] parts = new RecordForm.Part[wit.fields().size()];
    for (int i = 0; i < components.length; i++) {
      int field = field(wit, components[i], place);
      ValType type = wit.fields().get(field).type();
      String step = "." + wit.fields().get(field).name();
      parts[field] = part(new At(java, step, place), components[i], i, type);
    }
    List<RecordForm.Part> all = new ArrayList<>();
    for (int i = 0; i < parts.length; i++) {
      RecordForm.@Nullable Part part = parts[i];
      if (part == null) {
        ValType.Field missing = wit.fields().get(i);
        throw Refusal.mismatch(
            place + "." + missing.name(),
            WitTypes.print(missing.type()),
            name(java) + " without a component " + Names.camel(missing.name()));
      }
      all.add(part);
    }
    return new RecordForm(Access.canonical(raw, place), all);
  }

  private static int field(ValType.RecordType wit, RecordComponent component, String place) {
    for (int i = 0; i < wit.fields().size(); i++) {
      String name = wit.fields().get(i).name();
      if (Names.means(component, component.getName(), name, Names.camel(name))) {
        return i;
      }
    }
    throw Refusal.mismatch(
        place,
        WitTypes.print(wit) + " without a field " + Names.wit(component, component.getName()),
        component.getDeclaringRecord().getName() + "." + component.getName());
  }

  /// Where a part of a record is.
  ///
  /// @param owner the record's type
  /// @param step the way to the part
  /// @param place where the record is
  private record At(Type owner, String step, String place) {}

  private RecordForm.Part part(At at, RecordComponent component, int index, ValType type) {
    Type inside = JavaTypes.inside(at.owner, component.getGenericType());
    return new RecordForm.Part(
        at.step,
        Access.of(component.getAccessor(), at.place),
        index,
        bind(type, inside, at.place + at.step));
  }

  /// A Java record whose components are the elements in order.
  private RecordForm tuple(ValType.TupleType wit, Class<?> raw, Type java, String place) {
    require(
        raw.isRecord() && raw.getRecordComponents().length == wit.elements().size(),
        wit,
        java,
        place);
    RecordComponent[] components = raw.getRecordComponents();
    List<RecordForm.Part> parts = new ArrayList<>();
    for (int i = 0; i < components.length; i++) {
      parts.add(part(new At(java, "." + i, place), components[i], i, wit.elements().get(i)));
    }
    return new RecordForm(Access.canonical(raw, place), parts);
  }

  /// A sealed interface with one record for each case.
  private Conversion variant(ValType.VariantType wit, Class<?> raw, Type java, String place) {
    Class<?>[] permitted = raw.getPermittedSubclasses();
    require(raw.isInterface() && permitted != null, wit, java, place);
    List<Class<?>> classes = permitted == null ? List.of() : List.of(permitted);
    List<RecordForm> forms = new ArrayList<>();
    Map<Class<?>, Integer> caseOf = new HashMap<>();
    for (ValType.Case c : wit.cases()) {
      Class<?> chosen = caseClass(c.name(), classes, java, place);
      caseOf.put(chosen, forms.size());
      forms.add(caseForm(c, chosen, JavaTypes.permitted(chosen, java), place));
    }
    for (Class<?> c : classes) {
      if (!caseOf.containsKey(c)) {
        throw Refusal.mismatch(place, WitTypes.print(wit) + " without a case", c.getName());
      }
    }
    return new Choices.OfRecords(forms, caseOf, raw);
  }

  private static Class<?> caseClass(
      String name, List<Class<?>> permitted, Type java, String place) {
    for (Class<?> c : permitted) {
      if (c.isRecord() && Names.means(c, c.getSimpleName(), name, Names.upperCamel(name))) {
        return c;
      }
    }
    throw Refusal.mismatch(
        place, "case " + name, name(java) + " without a record " + Names.upperCamel(name));
  }

  private RecordForm caseForm(ValType.Case c, Class<?> raw, Type java, String place) {
    String at = place + "." + c.name();
    RecordComponent[] components = raw.getRecordComponents();
    List<RecordForm.Part> parts = new ArrayList<>();
    if (c.type().isPresent() && components.length == 1) {
      parts.add(part(new At(java, "", at), components[0], 0, c.type().get()));
    } else if (c.type().isPresent() || components.length != 0) {
      String expected = c.type().map(WitTypes::print).orElse("no payload");
      throw Refusal.mismatch(
          at, expected, name(raw) + " with " + components.length + " components");
    }
    return new RecordForm(Access.canonical(raw, at), parts);
  }

  private Conversion flags(ValType.FlagsType wit, Class<?> raw, Type java, String place) {
    require(raw == Set.class || raw == EnumSet.class, wit, java, place);
    Type argument = argument(java, 0, wit, place);
    return new Choices.OfSets(Constants.of(wit.labels(), argument, wit, place));
  }
}
