package dev.wrt.component;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Fault.Trap;
import dev.wrt.bounded.Invariant;
import dev.wrt.bounded.Result;
import dev.wrt.bounded.Unit;
import dev.wrt.decoder.component.ResourceType;
import dev.wrt.engine.FuncInst;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The end of a resource whose owning handle was dropped: the call of its destructor, which `canon
/// resource.drop` makes as if through `canon lower` and `canon lift`.
final class DestructorCall extends Activation {
  private final @Nullable ComponentInstance caller;
  private final ResourceType type;
  private final int rep;
  private boolean begun;

  /// @param caller the component instance that waits for the drop in core code; null for the host
  /// @param type the resource's type
  /// @param rep its representation
  DestructorCall(@Nullable ComponentInstance caller, ResourceType type, int rep) {
    this.caller = caller;
    this.type = type;
    this.rep = rep;
  }

  @Override
  Next step(Driver driver) {
    if (begun) {
      return done(driver);
    }
    begun = true;
    return switch (type.identity()) {
      case HostResource host -> dropHost(driver, host);
      case GuestResource guest -> dropGuest(driver, guest);
      default -> throw new Invariant.Violation("a handle has an actual type");
    };
  }

  // [impl->req~component-host-resource-end~1]
  private Next dropHost(Driver driver, HostResource host) {
    CallMeter meter = meter(driver);
    meter.enterHost();
    Result<Unit> dropped = host.destructor().drop(rep);
    Fault late = meter.leaveHost();
    if (late != null) {
      return driver.fail(late);
    }
    return switch (dropped) {
      case Result.Ok<Unit> ok -> done(driver);
      case Result.Err<Unit> err -> driver.fail(err.fault());
    };
  }

  private Next dropGuest(Driver driver, GuestResource guest) {
    ComponentInstance implementer = guest.implementer;
    if (!implementer.mayEnterFrom(caller)) {
      return driver.fail(new Trap(ComponentCode.CANNOT_ENTER, implementer.name(), List.of()));
    }
    Fault denied =
        caller == null
            ? driver.event(
                implementer, Point.RESOURCE_DROP, type.name(), Integer.toUnsignedLong(rep))
            : null;
    if (denied != null) {
      return driver.fail(denied);
    }
    FuncInst dtor = guest.dtor;
    if (dtor == null) {
      return done(driver);
    }
    int depth = caller == null ? 1 : driver.current().task.caller.depth() + 1;
    if (depth > driver.depthMax()) {
      return driver.fail(new Trap(ComponentCode.CALL_DEPTH, "", List.of()));
    }
    long[] flat = {Integer.toUnsignedLong(rep)};
    ImplicitCaller call = new ImplicitCaller(caller, depth, meter(driver), flat);
    return driver.push(Entry.of(driver.tree().implicitTask(implementer, dtor, call)));
  }

  /// The meter of the call that drops; a drop by the host has one of its own.
  private CallMeter meter(Driver driver) {
    return caller == null ? driver.tree().meter() : driver.current().task.caller.meter();
  }

  private Next done(Driver driver) {
    if (caller != null) {
      driver.tree().machine.resume();
    }
    return Next.DONE;
  }

  @Override
  boolean hasEntered() {
    return false;
  }
}
