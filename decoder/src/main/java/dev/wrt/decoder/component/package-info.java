/// Components: syntax, binary decoding and validation (component-model at 6d281648: Binary.md,
/// Explainer.md, and the type rules of CanonicalABI.md).
///
/// Entry point: {@link dev.wrt.decoder.component.Component#decode}. Reading order: {@link
/// dev.wrt.decoder.component.Definition} and {@link dev.wrt.decoder.component.DefType} (the syntax,
/// references by index), {@link dev.wrt.decoder.component.Type} and {@link
/// dev.wrt.decoder.component.ExternType} (the same resolved), {@link
/// dev.wrt.decoder.component.TypeScope} (from one to the other), `ComponentDecoder` (sections and
/// nesting), `DefinitionRules` with `InstanceRules` and `CanonRules` (validation), `TypeMatching`
/// (subtyping), `Visibility` and `ExternNames` (what imports and exports may say).
///
/// # Two kinds of types
///
/// A {@link dev.wrt.decoder.component.DefType} is what the binary says: its parts are indices. A
/// {@link dev.wrt.decoder.component.Type} stands for itself: its parts are types, and a handle in
/// it points to a {@link dev.wrt.decoder.component.ResourceType}, which is an identity and nothing
/// else. Resource types are generative: each instantiation of a component makes new ones, so one
/// `DefType` resolves to other types in each instance.
///
/// # How a runtime uses it
///
/// The validator and the runtime walk a component's definitions in the same order with the same
/// resolver; they differ in the resource types they add. A runtime that instantiates a component
///
/// 1. opens a {@link dev.wrt.decoder.component.TypeScope}, with the scope of the instance that has
///    defined the component as its outer one (null for the root), and keeps it open as long as the
///    instance lives;
/// 2. for each definition, in order:
///    - `core type`: {@link dev.wrt.decoder.component.TypeScope#addCore};
///    - `type`: for a `resource`, makes a resource type of its own and {@link
///      dev.wrt.decoder.component.TypeScope#add adds} it; for all else adds what {@link
///      dev.wrt.decoder.component.TypeScope#resolve(dev.wrt.decoder.component.DefType)} gives;
///    - `alias outer` of a type: {@link dev.wrt.decoder.component.TypeScope#addOuter}; of a module
///      or component: looks into its own spaces of the outer instance;
///    - `alias export` of a type, `import` of a type: adds the actual type, which the instance or
///      the `with` argument has;
///    - `export` of a type: adds the same type again, as every export appends to its index space;
///    - `canon lift` and `canon lower`: the function's type comes from the scope, its core type
///      from {@link dev.wrt.decoder.component.CoreSignature};
/// 3. at the root, where the host satisfies the imports: resolves the import's {@link
///    dev.wrt.decoder.component.ExternDesc}, and {@link
///    dev.wrt.decoder.component.TypeScope#substitute substitutes} the host's resource types for the
///    abstract ones in {@link dev.wrt.decoder.component.InstanceType#resources}. Inside of the tree
///    nothing is matched again: validation has done it.
///
/// After validation, resolving can only fail because the budget is exhausted.
///
/// # Bounds
///
/// No method here calls itself. What nests (components, component and instance types, value types,
/// questions of matching) stands on explicit stacks, bounded by {@link dev.wrt.decoder.Limits}.
/// Syntax is reserved from the budget before it is allocated. Resolved types are charged per node,
/// and so is each step of a walk over them: types may be DAGs whose unfolding is exponential, so
/// the budget bounds time as well. Both are given back when the component is closed, or at once
/// when it is refused.
///
/// # What this is not
///
/// What is behind a {@link dev.wrt.decoder.Feature} is read, and refused by name unless the feature
/// is switched on. There is no text format, and no encoder.
package dev.wrt.decoder.component;
