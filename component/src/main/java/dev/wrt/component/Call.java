package dev.wrt.component;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Fault.Trap;
import dev.wrt.bounded.Invariant;
import dev.wrt.bounded.Result;
import dev.wrt.component.abi.CanonicalOptions;
import dev.wrt.component.abi.Crossing;
import dev.wrt.component.abi.FuncLayout;
import dev.wrt.component.abi.Layout;
import dev.wrt.component.abi.LiftLowerContext;
import dev.wrt.component.abi.Lower;
import dev.wrt.component.value.Conformity;
import dev.wrt.component.value.Values;
import dev.wrt.engine.FuncInst;
import dev.wrt.engine.Machine;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/// One component-level call: `canon_lower` of the caller and `canon_lift` of the callee, as one
/// activation.
///
/// The two belong together because the ABI interleaves them: results are lowered into the caller
/// before the callee's `post-return` runs, and only then is the callee left. Either side may be the
/// host, which has no memory and so nothing to lift or lower. The states are the ABI's steps in
/// their order; a state that waits for core code (`realloc`, the callee itself, `post-return`) is
/// left when that code has returned.
final class Call extends Activation {
  private enum State {
    ENTER,
    LIFT_ARGUMENTS,
    BEFORE,
    CALLEE,
    LOWER_ARGUMENTS,
    CALL_CORE,
    LIFT_RESULTS,
    AFTER,
    RETURN,
    LOWER_RESULTS,
    POST_RETURN,
    LEAVE
  }

  private final Tree tree;
  private final CoreCallee.@Nullable Lowered caller;
  private final ComponentFunc callee;
  private final Hooks hooks;
  private final BorrowScope scope = new BorrowScope();
  private final Passages passages;
  private final Crossing argumentsCrossing;
  private final Crossing resultsCrossing;

  private State state = State.ENTER;
  private Values arguments;
  private Values results = Values.NONE;

  /// Core values: the caller's arguments until they are lifted, then the callee's results.
  private long[] flat;

  /// Core values that the calling guest is given.
  private long[] reply = new long[0];

  /// The caller's last core argument: where it wants results that don't stay flat.
  private int outParam;

  private int hooksEntered;
  private int depth;
  private boolean entered;
  private boolean reallocating;
  private long memoryBefore;

  private Call(
      Tree tree,
      CoreCallee.@Nullable Lowered caller,
      ComponentFunc callee,
      Hooks hooks,
      Passages passages) {
    this.tree = tree;
    this.caller = caller;
    this.callee = callee;
    this.hooks = hooks;
    this.passages = passages;
    this.argumentsCrossing = passages.take();
    this.resultsCrossing = passages.take();
    this.arguments = Values.NONE;
    this.flat = new long[0];
  }

  /// A call that core code makes through `canon lower`.
  ///
  /// @param machine holds the core arguments
  static Call fromGuest(Tree tree, CoreCallee.Lowered lowered, Machine machine) {
    ComponentFunc callee = lowered.callee();
    Passages passages =
        callee instanceof ComponentFunc.Lifted lifted
            ? tree.passages(lowered.instance(), lifted.instance())
            : lowered.instance().passages;
    Call call = new Call(tree, lowered, callee, lowered.hooks(), passages);
    call.flat = new long[machine.callee().type().paramCount()];
    for (int i = 0; i < call.flat.length; i++) {
      call.flat[i] = machine.argument(i);
      call.outParam = (int) call.flat[i];
    }
    return call;
  }

  /// A call that the host makes.
  ///
  /// @param arguments conform to the function's type
  static Call fromHost(Tree tree, ComponentFunc.Lifted callee, Hooks hooks, Values arguments) {
    Call call = new Call(tree, null, callee, hooks, callee.instance().passages);
    call.arguments = arguments;
    return call;
  }

  /// What the call has returned to the host.
  Values results() {
    return results;
  }

  @Override
  Next step(Driver driver) {
    return switch (state) {
      case ENTER -> enter(driver);
      case LIFT_ARGUMENTS -> liftArguments(driver);
      case BEFORE -> before(driver);
      case CALLEE -> callee(driver);
      case LOWER_ARGUMENTS -> lower(driver);
      case CALL_CORE -> callCore(driver);
      case LIFT_RESULTS -> liftResults(driver);
      case AFTER -> after(driver);
      case RETURN -> returnResults(driver);
      case LOWER_RESULTS -> lower(driver);
      case POST_RETURN -> postReturn(driver);
      case LEAVE -> leave();
    };
  }

  private Next go(State next) {
    state = next;
    return Next.AGAIN;
  }

  private @Nullable ComponentInstance callerInstance() {
    return caller == null ? null : caller.instance();
  }

  /// `Store.lift`: a poisoned tree and an instance that is being entered can't be entered.
  private Next enter(Driver driver) {
    depth = driver.depth();
    tree.counted(callee);
    if (callee instanceof ComponentFunc.Lifted lifted
        && !lifted.instance().mayEnterFrom(callerInstance())) {
      return driver.fail(new Trap(ComponentCode.CANNOT_ENTER, lifted.instance().name(), List.of()));
    }
    return go(caller == null ? State.BEFORE : State.LIFT_ARGUMENTS);
  }

  private Next liftArguments(Driver driver) {
    return switch (lift(driver, callerSide(driver), callee.layout().params())) {
      case Result.Ok<Values> ok -> {
        arguments = ok.value();
        yield go(State.BEFORE);
      }
      case Result.Err<Values> err -> driver.fail(err.fault());
    };
  }

  // [impl->req~component-hook-pairs~1]
  // [impl->req~component-verdict~1]
  private Next before(Driver driver) {
    while (hooksEntered < hooks.size()) {
      int i = hooksEntered++;
      Interceptor interceptor = hooks.interceptors().get(i);
      CallSite site = hooks.sites().get(i).at(depth);
      Verdict verdict = interceptor.before(site, arguments);
      Fault refusal =
          switch (verdict) {
            case Verdict.Continue c -> null;
            case Verdict.Deny deny -> Hooks.denied(interceptor, deny, site.name());
            case Verdict.Replace replace -> replaceArguments(site, replace.values());
            case Verdict.Answer answer -> replaceResults(site, answer.values());
          };
      if (refusal != null) {
        return driver.fail(refusal);
      }
      if (verdict instanceof Verdict.Answer) {
        return go(State.AFTER);
      }
    }
    return go(State.CALLEE);
  }

  private @Nullable Fault replaceArguments(CallSite site, Values replacement) {
    arguments = replacement;
    return Conformity.arguments(site.name(), site.type(), replacement);
  }

  private @Nullable Fault replaceResults(CallSite site, Values replacement) {
    results = replacement;
    return Conformity.results(site.name(), site.type(), replacement);
  }

  private Next callee(Driver driver) {
    return switch (callee) {
      case ComponentFunc.Hosted hosted -> callHost(driver, hosted);
      case ComponentFunc.Lifted lifted -> {
        lifted.instance().enterFrom(callerInstance());
        entered = true;
        memoryBefore = tree.memoryBytes();
        LiftLowerContext side = calleeSide(driver, lifted, argumentsCrossing);
        tree.lower.start(side, callee.layout().params(), arguments, FuncLayout.MAX_FLAT_PARAMS);
        yield go(State.LOWER_ARGUMENTS);
      }
    };
  }

  private Next callHost(Driver driver, ComponentFunc.Hosted hosted) {
    CoreCallee.Lowered from = caller;
    if (from == null) {
      throw new Invariant.Violation("functions of the host are called by guests");
    }
    HostCall call = new GuestToHostCall(hosted, arguments, from.instance());
    return switch (hosted.body().call(call)) {
      case Result.Ok<Values> ok -> {
        results = ok.value();
        Fault misfit = Conformity.results(hosted.name(), hosted.type(), results);
        yield misfit == null ? go(State.AFTER) : driver.fail(misfit);
      }
      case Result.Err<Values> err -> driver.fail(err.fault());
    };
  }

  /// Goes on lowering, arguments into the callee or results into the caller, up to the next
  /// `realloc`.
  private Next lower(Driver driver) {
    Lower lower = tree.lower;
    return switch (lower.step()) {
      case CALL_REALLOC -> callRealloc(driver, lower);
      case FAULT -> driver.fail(lower.fault());
      case DONE -> lowered(driver, lower);
    };
  }

  private Next lowered(Driver driver, Lower lower) {
    ComponentInstance into = loweredInto();
    Fault denied = tree.crossed(into, Point.LOWER);
    if (denied != null) {
      return driver.fail(denied);
    }
    if (state == State.LOWER_ARGUMENTS) {
      flat = flatValues(lower);
      return go(State.CALL_CORE);
    }
    reply = flatValues(lower);
    return go(State.POST_RETURN);
  }

  private static long[] flatValues(Lower lower) {
    long[] values = new long[lower.flatCount()];
    for (int i = 0; i < values.length; i++) {
      values[i] = lower.flat(i);
    }
    return values;
  }

  private ComponentInstance loweredInto() {
    if (state == State.LOWER_ARGUMENTS && callee instanceof ComponentFunc.Lifted lifted) {
      return lifted.instance();
    }
    if (caller == null) {
      throw new Invariant.Violation("only guests are lowered into");
    }
    return caller.instance();
  }

  private CanonicalOptions loweredWith() {
    if (state == State.LOWER_ARGUMENTS && callee instanceof ComponentFunc.Lifted lifted) {
      return lifted.options();
    }
    return caller == null ? CanonicalOptions.NONE : caller.options();
  }

  /// `LiftLowerContext.reallocate`: the instance can't be left while its `realloc` runs.
  private Next callRealloc(Driver driver, Lower lower) {
    FuncInst realloc = loweredWith().realloc();
    if (realloc == null) {
      throw new Invariant.Violation("validation asks for realloc where memory is allocated");
    }
    ComponentInstance into = loweredInto();
    long[] args = new long[4];
    for (int i = 0; i < args.length; i++) {
      args[i] = lower.reallocArgument(i);
    }
    Fault denied = driver.event(into, Point.REALLOC, callee.type().kind(), args[3]);
    if (denied != null) {
      return driver.fail(denied);
    }
    into.mayLeave = false;
    reallocating = true;
    return driver.enter(this, realloc, args);
  }

  private Next callCore(Driver driver) {
    if (!(callee instanceof ComponentFunc.Lifted lifted)) {
      throw new Invariant.Violation("core code is called in guests only");
    }
    return driver.enter(this, lifted.core(), flat);
  }

  @Override
  void coreReturned(Machine machine) {
    if (reallocating) {
      reallocating = false;
      loweredInto().mayLeave = true;
      tree.lower.reallocated((int) machine.result(0));
      return;
    }
    if (state == State.CALL_CORE && callee instanceof ComponentFunc.Lifted lifted) {
      flat = new long[lifted.core().type().resultCount()];
      for (int i = 0; i < flat.length; i++) {
        flat[i] = machine.result(i);
      }
      state = State.LIFT_RESULTS;
      return;
    }
    Invariant.check(state == State.POST_RETURN, "core code returns to the state that called it");
    if (callee instanceof ComponentFunc.Lifted lifted) {
      lifted.instance().mayLeave = true;
    }
    state = State.LEAVE;
  }

  private Next liftResults(Driver driver) {
    if (!(callee instanceof ComponentFunc.Lifted lifted)) {
      throw new Invariant.Violation("results of guests are lifted");
    }
    Fault denied = tree.grown(lifted.instance(), memoryBefore);
    if (denied != null) {
      return driver.fail(denied);
    }
    if (caller == null) {
      resultsCrossing.outlive();
    }
    LiftLowerContext side = calleeSide(driver, lifted, resultsCrossing);
    Result<Values> lifting =
        tree.lift.values(side, callee.layout().results(), FuncLayout.MAX_FLAT_RESULTS, flat);
    return switch (lifting) {
      case Result.Ok<Values> ok -> {
        results = ok.value();
        yield lifted(driver, lifted);
      }
      case Result.Err<Values> err -> driver.fail(err.fault());
    };
  }

  private Next lifted(Driver driver, ComponentFunc.Lifted from) {
    Fault denied = tree.crossed(from.instance(), Point.LIFT);
    if (denied != null) {
      return driver.fail(denied);
    }
    // [impl->req~component-handle-lent~1]
    if (scope.numBorrows() > 0) {
      return driver.fail(
          new Trap(ComponentCode.BORROWS_LEFT, Integer.toString(scope.numBorrows()), List.of()));
    }
    return go(State.AFTER);
  }

  private Result<Values> lift(Driver driver, LiftLowerContext side, Layout types) {
    Result<Values> lifting = tree.lift.values(side, types, FuncLayout.MAX_FLAT_PARAMS, flat);
    ComponentInstance from = callerInstance();
    if (from != null && lifting instanceof Result.Ok<Values>) {
      Fault denied = tree.crossed(from, Point.LIFT);
      if (denied != null) {
        return Result.err(denied);
      }
    }
    return lifting;
  }

  private Next after(Driver driver) {
    while (hooksEntered > 0) {
      int i = --hooksEntered;
      Interceptor interceptor = hooks.interceptors().get(i);
      CallSite site = hooks.sites().get(i).at(depth);
      Fault refusal =
          switch (interceptor.after(site, results)) {
            case Verdict.Continue c -> null;
            case Verdict.Deny deny -> Hooks.denied(interceptor, deny, site.name());
            case Verdict.Replace replace -> replaceResults(site, replace.values());
            case Verdict.Answer answer -> replaceResults(site, answer.values());
          };
      if (refusal != null) {
        return driver.fail(refusal);
      }
    }
    return go(State.RETURN);
  }

  /// `on_resolve`: lowers into a calling guest; the host takes the values as they are.
  private Next returnResults(Driver driver) {
    CoreCallee.Lowered to = caller;
    if (to == null) {
      return go(State.POST_RETURN);
    }
    Layout types = callee.layout().results();
    LiftLowerContext side =
        new LiftLowerContext(to.options(), handles(driver, to.instance()), resultsCrossing);
    tree.lower.start(side, types, results, FuncLayout.MAX_FLAT_RESULTS, outParam);
    return go(State.LOWER_RESULTS);
  }

  private Next postReturn(Driver driver) {
    if (!entered || !(callee instanceof ComponentFunc.Lifted lifted)) {
      return go(State.LEAVE);
    }
    FuncInst postReturn = lifted.options().postReturn();
    if (postReturn == null) {
      return go(State.LEAVE);
    }
    lifted.instance().mayLeave = false;
    return driver.enter(this, postReturn, flat);
  }

  private Next leave() {
    if (entered && callee instanceof ComponentFunc.Lifted lifted) {
      lifted.instance().leaveTo(callerInstance());
    }
    release();
    if (caller != null) {
      for (int i = 0; i < reply.length; i++) {
        tree.machine.reply(i, reply[i]);
      }
      tree.machine.resume();
    }
    return Next.DONE;
  }

  private void release() {
    scope.release(tree.hostHandles);
    passages.giveBack(argumentsCrossing);
    passages.giveBack(resultsCrossing);
  }

  private LiftLowerContext callerSide(Driver driver) {
    CoreCallee.Lowered from = caller;
    if (from == null) {
      throw new Invariant.Violation("only guests are lifted from");
    }
    return new LiftLowerContext(
        from.options(), handles(driver, from.instance()), argumentsCrossing);
  }

  private LiftLowerContext calleeSide(
      Driver driver, ComponentFunc.Lifted lifted, Crossing crossing) {
    return new LiftLowerContext(lifted.options(), handles(driver, lifted.instance()), crossing);
  }

  private CallHandles handles(Driver driver, ComponentInstance instance) {
    boolean withHost = caller == null || callee instanceof ComponentFunc.Hosted;
    return new CallHandles(driver, instance, scope, withHost ? tree.hostHandles : null);
  }

  @Override
  void aborted(Fault fault) {
    while (hooksEntered > 0) {
      int i = --hooksEntered;
      hooks.interceptors().get(i).aborted(hooks.sites().get(i).at(depth), fault);
    }
    release();
  }

  @Override
  boolean hasEntered() {
    return entered;
  }
}
