package dev.wrt.decoder.component;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// The imports and exports of one scope: their names, types, and the resource types that they bind.
final class Externs {
  private final FirstFault faults;
  private final boolean eager;
  private final ExternNames importNames;
  private final ExternNames exportNames;
  private final Visibility importable;
  private final Visibility exportable;
  private final SequencedMap<String, ExternType> imports = new LinkedHashMap<>();
  private final SequencedMap<String, ExternType> exports = new LinkedHashMap<>();
  private final ComponentType.Attributes attributes =
      new ComponentType.Attributes(new LinkedHashMap<>(), new LinkedHashMap<>());

  /// Resource types that stand for what the imports will be given.
  final List<ResourceType> importedResources = new ArrayList<>();

  /// Resource types that each instantiation makes anew.
  final List<ResourceType> definedResources = new ArrayList<>();

  /// Creates an empty set.
  ///
  /// @param faults where refusals go
  /// @param eager whether visibility is checked now; an instance type's is checked where the type
  ///   is used in an import or export
  Externs(FirstFault faults, boolean eager) {
    this.faults = faults;
    this.eager = eager;
    this.importNames = new ExternNames(faults, "import");
    this.exportNames = new ExternNames(faults, "export");
    this.importable = new Visibility(faults);
    this.exportable = new Visibility(faults);
  }

  void addImport(NameAttributes name, ExternType type) {
    importNames.add(name, type);
    imports.put(name.name(), type);
    name.addTo(attributes.imports());
    if (!importable.admit(type)) {
      notVisible(name, type, "import");
    }
    exportable.admit(type);
  }

  void addExport(NameAttributes name, ExternType type) {
    exportNames.add(name, type);
    exports.put(name.name(), type);
    name.addTo(attributes.exports());
    if (type instanceof ExternType.OfValue value && value.type().info().hasBorrow()) {
      faults.invalid(ValidationCode.BORROW_IN_VALUE, "`" + name.name() + "`");
    }
    if (eager && !exportable.admit(type)) {
      notVisible(name, type, "export");
    }
  }

  private void notVisible(NameAttributes name, ExternType type, String direction) {
    faults.invalid(
        ValidationCode.NOT_VISIBLE, type.sort().word() + " `" + name.name() + "`, " + direction);
  }

  InstanceType instanceType() {
    return new InstanceType(exports, definedResources, attributes.exports());
  }

  ComponentType componentType() {
    return new ComponentType(imports, exports, importedResources, definedResources, attributes);
  }
}
