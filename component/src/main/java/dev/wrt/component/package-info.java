/// Linking, instantiation and execution of components, and the interceptors that watch them:
/// Explainer.md and the parts "Component Instances", "Concurrency", "Runtime State" and "Canonical
/// Definitions" of CanonicalABI.md.
///
/// Entry point: {@link dev.wrt.component.Linker}, which makes a {@link
/// dev.wrt.component.ComponentInstance} in a {@link dev.wrt.component.ComponentEngine}.
///
/// Reading order: `Driver` (the loop), `Activation` and what is one: `Instantiating` (with `Scope`,
/// `CoreLinking`, `CanonLinking`, `Offers`), `LowerCall` and `Subtask` (a call from its caller's
/// side), `Entry`, `LiftCall`, `CallbackLoop` and `Task` (from its callee's side), `GuestThread`
/// and `Readiness` (blocking), `DestructorCall`; then `HandleTable`, `BorrowScope`, `CallHandles`,
/// `HostHandles` (handles); `Waitable`, `WaitableSet`, `Shared`, `CopyEnd`, `CopyCall`,
/// `CopyElements` (streams and futures), `Streams` and `HostEnd` (the host's ends), `HostWork`
/// (where other threads meet the one that runs the components); `Hooks` and {@link
/// dev.wrt.component.Interceptor}; `Tree` (what linked components share). Values are in {@link
/// dev.wrt.component.value}, lifting and lowering in {@link dev.wrt.component.abi}.
///
/// Limits, all in {@link dev.wrt.component.ComponentOptions}: fuel, bytes, handles of an instance,
/// component instances of a tree, nested component calls, blocked tasks, core stacks.
///
/// Invariants: one execution of a tree runs at a time. Guest code runs in `Driver` only, and no
/// Java frame waits for it. What traps, or is given up, never runs again. Faults of the guest are
/// values; a broken invariant of wrt is caught in `Driver` only, and leaves the tree in its safe
/// state.
package dev.wrt.component;
