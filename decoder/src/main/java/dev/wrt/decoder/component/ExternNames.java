package dev.wrt.decoder.component;

import dev.wrt.bounded.Result;
import dev.wrt.decoder.component.ValType.BorrowType;
import dev.wrt.decoder.component.ValType.OwnType;
import dev.wrt.decoder.component.ValType.ResultType;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The names of one scope's imports, or of its exports: they must be strongly unique, and those
/// with an annotation must fit their types (Binary.md, "Import and Export Definitions").
final class ExternNames {
  private static final String OWN =
      "function should return `(own $T)` or `(result (own $T))`: `%s`";

  private final FirstFault faults;
  private final String direction;
  private final Map<String, String> byUniqueForm = new HashMap<>();
  private final Set<String> resourceNames = new TreeSet<>();
  private final Map<ResourceType, Set<String>> namesOfResource = new IdentityHashMap<>();

  /// Creates an empty set of names.
  ///
  /// @param faults where refusals go
  /// @param direction `import` or `export`, for messages
  ExternNames(FirstFault faults, String direction) {
    this.faults = faults;
    this.direction = direction;
  }

  /// Adds a name with the type that it is the name of. A resource type gets a name by it, which the
  /// annotated names after it may use.
  void add(NameAttributes attributes, ExternType type) {
    check(attributes, type);
    if (type instanceof ExternType.OfType of
        && of.type() instanceof ResourceType resource
        && faults.ok()) {
      String label = Label.lowercase(attributes.name());
      resourceNames.add(label);
      namesOfResource.computeIfAbsent(resource.identity(), r -> new TreeSet<>()).add(label);
    }
  }

  /// Adds a name of an inline export, which gives no name to a resource type.
  void check(NameAttributes attributes, ExternType type) {
    String text = attributes.name();
    switch (parse(text)) {
      case Result.Err<ExternName> err -> faults.fail(err.fault());
      case Result.Ok<ExternName> ok -> check(attributes, ok.value(), type);
    }
  }

  private void check(NameAttributes attributes, ExternName name, ExternType type) {
    unique(name);
    annotated(name, type);
    implementing(attributes, name, type);
    versionSuffix(attributes, name);
  }

  private Result<ExternName> parse(String text) {
    return new ExternNameParser(text, faults.offset(), faults.features()).parse();
  }

  private void unique(ExternName name) {
    if (!faults.charge(1)) {
      return;
    }
    String before = byUniqueForm.putIfAbsent(name.uniqueForm(), name.text());
    if (before != null) {
      faults.invalid(
          ValidationCode.NAME_CONFLICT,
          direction + " name `" + name.text() + "`, previous name `" + before + "`");
    }
  }

  private void annotated(ExternName name, ExternType type) {
    switch (name) {
      case ExternName.Plain p -> {}
      case ExternName.Interface i -> {}
      case ExternName.Constructor c -> constructor(c, type);
      case ExternName.Method m -> method(m, type);
      case ExternName.Static s -> {
        if (!(type instanceof ComponentFuncType)) {
          unfit("`" + s.text() + "` is not a func");
        } else if (!resourceNames.contains(Label.lowercase(s.resource()))) {
          unfit("static resource name is not known in this context: `" + s.text() + "`");
        }
      }
    }
  }

  private void constructor(ExternName.Constructor name, ExternType type) {
    if (!(type instanceof ComponentFuncType func)) {
      unfit("`" + name.text() + "` is not a func");
      return;
    }
    if (func.result().isEmpty()) {
      unfit("function should return one value: `" + name.text() + "`");
      return;
    }
    ValType result = func.result().get();
    Optional<ValType> made =
        result instanceof ResultType wrapped ? wrapped.ok() : Optional.of(result);
    if (made.isPresent() && made.get() instanceof OwnType own) {
      resource(own.resource(), name.resource());
    } else {
      unfit(OWN.formatted(name.text()));
    }
  }

  private void method(ExternName.Method name, ExternType type) {
    if (!(type instanceof ComponentFuncType func)) {
      unfit("`" + name.text() + "` is not a func");
      return;
    }
    if (func.params().isEmpty()) {
      unfit("function should have at least one argument: `" + name.text() + "`");
      return;
    }
    ComponentFuncType.Param self = func.params().getFirst();
    if (!self.name().equals("self")) {
      unfit("function should have a first argument called `self`: `" + name.text() + "`");
    } else if (self.type() instanceof BorrowType borrow) {
      resource(borrow.resource(), name.resource());
    } else {
      unfit("function should take a first argument of `(borrow $T)`: `" + name.text() + "`");
    }
  }

  /// The resource that the function uses must be known here by the name in the annotation.
  private void resource(ResourceType used, String label) {
    Set<String> names = namesOfResource.get(used.identity());
    if (names == null) {
      unfit("resource used in function does not have a name in this context");
    } else if (!names.contains(Label.lowercase(label))) {
      unfit(
          "function does not match expected resource name `"
              + String.join("`, `", names)
              + "`, but has `"
              + label
              + "`");
    }
  }

  private void implementing(NameAttributes attributes, ExternName name, ExternType type) {
    if (attributes.implementing().isEmpty()) {
      return;
    }
    String interfaceName = attributes.implementing().get();
    Result<ExternName> parsed = parse(interfaceName);
    if (!(parsed instanceof Result.Ok<ExternName> ok)
        || !(ok.value() instanceof ExternName.Interface)) {
      faults.invalid(ValidationCode.IMPLEMENTS_NOT_INTERFACE, "`" + interfaceName + "`");
    } else if (!(type instanceof InstanceType)) {
      faults.invalid(ValidationCode.BAD_IMPLEMENTS, "`" + name.text() + "`");
    } else if (!(name instanceof ExternName.Plain)) {
      faults.invalid(
          ValidationCode.BAD_IMPLEMENTS,
          "name `" + name.text() + "` is not valid with `implements`");
    }
  }

  /// What canonicalisation has cut off: with the canonical version before it, a version.
  private void versionSuffix(NameAttributes attributes, ExternName name) {
    if (attributes.versionSuffix().isEmpty()) {
      return;
    }
    String suffix = attributes.versionSuffix().get();
    String version =
        name instanceof ExternName.Interface i && i.version().isPresent() ? i.version().get() : "";
    if (!Semver.isCanonical(version)) {
      faults.invalid(
          ValidationCode.BAD_VERSION_SUFFIX, "`" + name.text() + "` has no canonical version");
    } else if (Semver.fault(version + suffix) != null) {
      faults.invalid(
          ValidationCode.BAD_VERSION_SUFFIX, "`" + version + suffix + "` is not a valid semver");
    }
  }

  private void unfit(String why) {
    faults.invalid(ValidationCode.BAD_ANNOTATED_NAME, why);
  }
}
