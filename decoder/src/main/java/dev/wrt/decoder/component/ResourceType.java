package dev.wrt.decoder.component;

/// A resource type: an identity and nothing else. Two are the same type exactly if their {@link
/// #identity} is the same object.
///
/// The validator makes abstract ones. The runtime makes one for every `resource` definition of
/// every component instance (resource types are generative) and one for every resource of a host
/// interface; these are their own identity, so the runtime may compare with `==`.
public non-sealed interface ResourceType extends Type {
  /// A name for messages: that of the import or export that introduces it, or empty.
  String name();

  /// The type that this one is another name of; itself if it is none.
  default ResourceType identity() {
    return this;
  }

  @Override
  default String kind() {
    return "resource";
  }
}
