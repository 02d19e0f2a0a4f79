package dev.wrt.component;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Result;
import dev.wrt.component.Activation.Next;
import dev.wrt.decoder.component.ResourceType;
import dev.wrt.engine.Machine;

/// The canonical definitions `resource.new`, `resource.rep` and `resource.drop` of CanonicalABI.md.
///
/// That the calling instance may be left has been checked before.
final class ResourceBuiltins {
  private ResourceBuiltins() {}

  /// `canon_resource_new`
  static Next resourceNew(Driver driver, Machine machine, CoreCallee.ResourceNew canon) {
    ComponentInstance inst = canon.instance();
    ResourceType type = canon.type();
    Fault denied = driver.event(inst, Point.RESOURCE_NEW, type.name(), inst.handles.live() + 1L);
    if (denied != null) {
      return driver.fail(denied);
    }
    ResourceHandle handle = new ResourceHandle(type, (int) machine.argument(0), true, null);
    return switch (inst.handles.add(handle)) {
      case Result.Ok<Integer> ok -> answer(machine, ok.value());
      case Result.Err<Integer> err -> trap(machine, err.fault());
    };
  }

  /// `canon_resource_rep`
  static Next resourceRep(Driver driver, Machine machine, CoreCallee.ResourceRep canon) {
    ComponentInstance inst = canon.instance();
    return switch (inst.handles.get((int) machine.argument(0), canon.type())) {
      case Result.Ok<ResourceHandle> ok -> {
        int rep = ok.value().rep;
        Fault denied =
            driver.event(
                inst, Point.RESOURCE_REP, canon.type().name(), Integer.toUnsignedLong(rep));
        yield denied == null ? answer(machine, rep) : driver.fail(denied);
      }
      case Result.Err<ResourceHandle> err -> trap(machine, err.fault());
    };
  }

  /// `canon_resource_drop`: removes the handle; if it was the owning one, the destructor runs as an
  /// activation of its own before the guest goes on.
  static Next resourceDrop(Driver driver, Machine machine, CoreCallee.ResourceDrop canon) {
    ComponentInstance inst = canon.instance();
    return switch (inst.handles.remove((int) machine.argument(0), canon.type())) {
      case Result.Ok<ResourceHandle> ok -> dropped(driver, machine, canon, ok.value());
      case Result.Err<ResourceHandle> err -> trap(machine, err.fault());
    };
  }

  private static Next dropped(
      Driver driver, Machine machine, CoreCallee.ResourceDrop canon, ResourceHandle handle) {
    long rep = Integer.toUnsignedLong(handle.rep);
    Fault denied = driver.event(canon.instance(), Point.RESOURCE_DROP, canon.type().name(), rep);
    if (denied != null) {
      return driver.fail(denied);
    }
    BorrowScope scope = handle.scope;
    if (scope != null) {
      scope.returned();
      machine.resume();
      return Next.AGAIN;
    }
    return driver.push(new DestructorCall(canon.instance(), handle.type, handle.rep));
  }

  private static Next answer(Machine machine, int value) {
    machine.reply(0, Integer.toUnsignedLong(value));
    machine.resume();
    return Next.AGAIN;
  }

  private static Next trap(Machine machine, Fault fault) {
    machine.raise(fault);
    return Next.AGAIN;
  }
}
