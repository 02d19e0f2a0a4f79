package dev.wrt.decoder.component;

import dev.wrt.bounded.MemoryBudget;
import dev.wrt.decoder.Features;
import dev.wrt.decoder.Limits;
import dev.wrt.decoder.Storage;
import dev.wrt.decoder.component.Mismatch.Context;
import dev.wrt.decoder.component.ValType.Case;
import dev.wrt.decoder.component.ValType.Field;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Whether what is offered may stand where something is expected: subtyping of `externtype`,
/// equality of value types (Explainer.md, "Type Checking").
///
/// Abstract resource types that the expected type binds are variables: the first place where one is
/// introduced, an export of an instance or an import, fixes it to the type that is offered there,
/// and every later use must agree. For component types the roles of the imports are swapped: what
/// the offered component imports must be given by what the expected type imports.
///
/// Works on a stack of questions, taken in the order in which the types say them, so that variables
/// are fixed before they are used. The first "no" is the fault, with the path to it.
// [impl->req~component-subtyping~1]
public final class TypeMatching {
  private static final long STEPS_MAX = 1_000_000;

  /// One question.
  private sealed interface Question {}

  /// Is `offered` a subtype of `expected`?
  private record Extern(ExternType offered, ExternType expected, Context context)
      implements Question {}

  /// Are two value types equal?
  private record Val(ValType offered, ValType expected, Context context) implements Question {}

  private final FirstFault faults;
  private final CoreTypes core;
  private final Mismatch mismatch;
  private final Deque<Question> questions = new ArrayDeque<>();
  private final Map<ResourceType, ResourceType> fixed = new IdentityHashMap<>();
  private final Map<Type, Type> sameTypes = new IdentityHashMap<>();
  private final Set<ResourceType> variables = Collections.newSetFromMap(new IdentityHashMap<>());

  TypeMatching(FirstFault faults, CoreTypes core) {
    this.faults = faults;
    this.core = core;
    this.mismatch = new Mismatch(faults);
  }

  /// Whether two value types have the same structure, labels and resource types.
  ///
  /// The answer is "no" as well for types that take more than a million steps to compare, which
  /// {@link Limits#typeSize} does not admit.
  public static boolean equal(ValType a, ValType b) {
    MemoryBudget steps = MemoryBudget.root("comparison", STEPS_MAX * FirstFault.NODE_BYTES);
    Storage storage = new Storage(steps);
    FirstFault faults = new FirstFault(Limits.standard(), storage, Features.NONE);
    TypeMatching matching = new TypeMatching(faults, new CoreTypes(storage));
    matching.ask(a, b, Context.of("type", ""));
    matching.answer();
    return faults.ok();
  }

  /// Makes resource types variables that the questions to come may fix.
  void bind(Collection<ResourceType> resources) {
    for (ResourceType resource : resources) {
      variables.add(resource.identity());
      fixed.remove(resource.identity());
    }
  }

  /// What the variables have been fixed to.
  Map<ResourceType, ResourceType> fixed() {
    return fixed;
  }

  /// The value types that were offered for others which are the same but for their name.
  Map<Type, Type> sameTypes() {
    return sameTypes;
  }

  /// Asks whether `offered` is a subtype of `expected`; a "no" is a fault.
  void subtype(ExternType offered, ExternType expected, Context context) {
    questions.push(new Extern(offered, expected, context));
    answer();
  }

  private void answer() {
    while (!questions.isEmpty() && faults.charge(1)) {
      switch (questions.pop()) {
        case Extern q -> extern(q);
        case Val q -> val(q);
      }
    }
    questions.clear();
  }

  private void extern(Extern q) {
    switch (q.expected) {
      case CoreModuleType e when q.offered instanceof CoreModuleType o ->
          new CoreMatching(core, mismatch).module(o, e, q.context);
      case ComponentFuncType e when q.offered instanceof ComponentFuncType o ->
          func(o, e, q.context);
      case InstanceType e when q.offered instanceof InstanceType o -> {
        bind(e.resources());
        exports(o.exports(), e.exports(), q.context.in("instance"));
      }
      case ComponentType e when q.offered instanceof ComponentType o -> component(o, e, q.context);
      case ExternType.OfType e when q.offered instanceof ExternType.OfType o -> {
        faults.primitiveNames().given(e, o);
        type(o.type(), e.type(), q.context);
      }
      case ExternType.OfValue e when q.offered instanceof ExternType.OfValue o ->
          ask(o.type(), e.type(), q.context);
      default -> mismatch.expected(q.expected.sort().word(), q.offered.sort().word(), q.context);
    }
  }

  /// What is exported must include what is expected.
  private void exports(
      SequencedMap<String, ExternType> offered,
      SequencedMap<String, ExternType> expected,
      Context context) {
    Deque<Question> all = new ArrayDeque<>();
    expected.forEach((name, type) -> {
      ExternType found = offered.get(name);
      if (found == null) {
        mismatch.is("missing expected export `" + name + "`", context);
      } else {
        all.push(new Extern(found, type, context.with("export", name)));
      }
    });
    all.forEach(questions::push);
  }

  /// The offered component must be content with the expected one's imports, and must then export
  /// what is expected.
  private void component(ComponentType offered, ComponentType expected, Context context) {
    bind(offered.importedResources());
    bind(expected.definedResources());
    exports(offered.exports(), expected.exports(), context.in("component"));
    Deque<Question> all = new ArrayDeque<>();
    offered
        .imports()
        .forEach((name, type) -> {
          ExternType found = expected.imports().get(name);
          if (found == null) {
            mismatch.is("missing expected import `" + name + "`", context);
          } else {
            all.push(new Extern(found, type, context.with("import", name)));
          }
        });
    all.forEach(questions::push);
  }

  private void type(Type offered, Type expected, Context context) {
    if (expected instanceof ResourceType e) {
      if (offered instanceof ResourceType o) {
        introduce(o, e, context);
      } else {
        mismatch.expected("resource", described(offered), context);
      }
      return;
    }
    if (offered instanceof ValType o && expected instanceof ValType e) {
      if (TypeParts.needsName(e)) {
        sameTypes.put(e, o);
      }
      questions.push(new Val(o, e, context));
    } else if (offered instanceof ExternType o
        && expected instanceof ExternType e
        && o.sort() == e.sort()) {
      questions.push(new Extern(o, e, context));
      questions.push(new Extern(e, o, context));
    } else {
      mismatch.expected(described(expected), described(offered), context);
    }
  }

  private static String described(Type type) {
    return type instanceof ValType ? "defined type" : type.kind();
  }

  /// A resource type is introduced: a variable is fixed, anything else must be the same.
  private void introduce(ResourceType offered, ResourceType expected, Context context) {
    ResourceType variable = expected.identity();
    if (variables.remove(variable)) {
      fixed.put(variable, offered);
    } else {
      same(offered, expected, context);
    }
  }

  private void same(ResourceType offered, ResourceType expected, Context context) {
    if (resolved(offered) != resolved(expected)) {
      mismatch.is("resource types are not the same", context);
    }
  }

  /// What a resource type is fixed to, if it is a variable. A variable may be fixed to one that is
  /// fixed itself where component types nest; the chain is at most as long as they are deep.
  private ResourceType resolved(ResourceType resource) {
    ResourceType at = resource.identity();
    @Nullable ResourceType next = fixed.get(at);
    int steps = faults.limits().componentDepth();
    while (next != null && next.identity() != at && steps > 0) {
      at = next.identity();
      next = fixed.get(at);
      steps--;
    }
    return at;
  }

  private void func(ComponentFuncType offered, ComponentFuncType expected, Context context) {
    if (offered.async() != expected.async()) {
      mismatch.expected(
          expected.async() ? "async func" : "func",
          offered.async() ? "async func" : "func",
          context);
    }
    Deque<Question> all = new ArrayDeque<>();
    counted(expected.params().size(), offered.params().size(), "parameters", context);
    int count = Math.min(expected.params().size(), offered.params().size());
    for (int i = 0; i < count; i++) {
      ComponentFuncType.Param e = expected.params().get(i);
      ComponentFuncType.Param o = offered.params().get(i);
      named("parameter", o.name(), e.name(), context);
      all.push(new Val(o.type(), e.type(), context.with("function parameter", e.name())));
    }
    if (offered.result().isPresent() && expected.result().isPresent()) {
      all.push(
          new Val(offered.result().get(), expected.result().get(), context.in("with result type")));
    } else if (offered.result().isPresent() != expected.result().isPresent()) {
      mismatch.is(
          expected.result().isPresent()
              ? "expected a result, found none"
              : "expected none, found a result",
          context);
    }
    all.forEach(questions::push);
  }

  // Value types

  private void val(Val q) {
    Context context = q.context;
    if (q.offered == q.expected && !q.offered.info().hasResource()) {
      return;
    }
    switch (q.expected) {
      case PrimValType e -> mismatch.expected(e, q.offered, context);
      case ValType.RecordType e when q.offered instanceof ValType.RecordType o ->
          record(o.fields(), e.fields(), context);
      case ValType.VariantType e when q.offered instanceof ValType.VariantType o ->
          variant(o.cases(), e.cases(), context);
      case ValType.ListType e when q.offered instanceof ValType.ListType o ->
          ask(o.element(), e.element(), context.in("list element"));
      case ValType.FixedLengthListType e
          when q.offered instanceof ValType.FixedLengthListType o -> {
        counted(e.length(), o.length(), "elements", context);
        ask(o.element(), e.element(), context.in("list element"));
      }
      case ValType.TupleType e when q.offered instanceof ValType.TupleType o ->
          tuple(o.elements(), e.elements(), context);
      case ValType.FlagsType e when q.offered instanceof ValType.FlagsType o ->
          labels(o.labels(), e.labels(), "mismatch in flags elements", context);
      case ValType.EnumType e when q.offered instanceof ValType.EnumType o ->
          labels(o.labels(), e.labels(), "mismatch in enum elements", context);
      case ValType.OptionType e when q.offered instanceof ValType.OptionType o ->
          ask(o.some(), e.some(), context.in("option"));
      case ValType.ResultType e when q.offered instanceof ValType.ResultType o -> {
        payload("err", o.error(), e.error(), context);
        payload("ok", o.ok(), e.ok(), context);
      }
      case ValType.OwnType e when q.offered instanceof ValType.OwnType o ->
          same(o.resource(), e.resource(), context);
      case ValType.BorrowType e when q.offered instanceof ValType.BorrowType o ->
          same(o.resource(), e.resource(), context);
      case ValType.StreamType e when q.offered instanceof ValType.StreamType o ->
          payload("stream", o.element(), e.element(), context);
      case ValType.FutureType e when q.offered instanceof ValType.FutureType o ->
          payload("future", o.element(), e.element(), context);
      case ValType.MapType e when q.offered instanceof ValType.MapType o -> {
        ask(o.value(), e.value(), context.in("map value"));
        ask(o.key(), e.key(), context.in("map key"));
      }
      default -> mismatch.expected(q.expected, q.offered, context);
    }
  }

  private void ask(ValType offered, ValType expected, Context context) {
    questions.push(new Val(offered, expected, context));
  }

  private void record(List<Field> offered, List<Field> expected, Context context) {
    counted(expected.size(), offered.size(), "fields", context);
    for (int i = Math.min(offered.size(), expected.size()) - 1; i >= 0; i--) {
      ask(
          offered.get(i).type(),
          expected.get(i).type(),
          context.with("record field", expected.get(i).name()));
    }
    for (int i = 0; i < Math.min(offered.size(), expected.size()); i++) {
      named("field name", offered.get(i).name(), expected.get(i).name(), context);
    }
  }

  private void variant(List<Case> offered, List<Case> expected, Context context) {
    counted(expected.size(), offered.size(), "cases", context);
    for (int i = 0; i < Math.min(offered.size(), expected.size()); i++) {
      Case o = offered.get(i);
      Case e = expected.get(i);
      named("case named", o.name(), e.name(), context);
      if (o.type().isPresent() && e.type().isPresent()) {
        ask(o.type().get(), e.type().get(), context.with("variant case", e.name()));
      } else if (e.type().isPresent()) {
        mismatch.is("expected case `" + e.name() + "` to have a type, found none", context);
      } else if (o.type().isPresent()) {
        mismatch.is("expected case `" + e.name() + "` to have no type", context);
      }
    }
  }

  private void tuple(List<ValType> offered, List<ValType> expected, Context context) {
    counted(expected.size(), offered.size(), "types", context);
    for (int i = Math.min(offered.size(), expected.size()) - 1; i >= 0; i--) {
      ask(offered.get(i), expected.get(i), context.with("tuple field", Integer.toString(i)));
    }
  }

  private void labels(List<String> offered, List<String> expected, String why, Context context) {
    if (!offered.equals(expected)) {
      mismatch.is(why, context);
    }
  }

  private void payload(
      String word, Optional<ValType> offered, Optional<ValType> expected, Context context) {
    if (offered.isPresent() && expected.isPresent()) {
      ask(offered.get(), expected.get(), context.in(word + " variant"));
    } else if (expected.isPresent()) {
      mismatch.is("expected " + word + " type, but found none", context);
    } else if (offered.isPresent()) {
      mismatch.is("expected " + word + " type to not be present", context);
    }
  }

  private void counted(int expected, int offered, String what, Context context) {
    if (expected != offered) {
      mismatch.is("expected " + expected + " " + what + ", found " + offered, context);
    }
  }

  private void named(String what, String offered, String expected, Context context) {
    if (!offered.equals(expected)) {
      mismatch.is(
          "expected " + what + " `" + expected + "` named so, found `" + offered + "`", context);
    }
  }
}
