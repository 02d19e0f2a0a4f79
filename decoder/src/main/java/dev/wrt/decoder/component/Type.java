package dev.wrt.decoder.component;

/// A resolved type: what an entry of the type index space stands for, all references followed. The
/// validator and the runtime work on these; both get them from {@link TypeScope}.
public sealed interface Type
    permits ValType, ResourceType, ComponentFuncType, ComponentType, InstanceType {
  /// The word of the kind, as error messages spell it.
  String kind();
}
