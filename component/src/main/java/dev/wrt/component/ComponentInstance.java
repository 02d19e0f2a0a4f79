package dev.wrt.component;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Fault.IntegrityFault;
import dev.wrt.bounded.Fault.LimitFault;
import dev.wrt.bounded.Fault.Trap;
import dev.wrt.bounded.Invariant;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.bounded.Unit;
import dev.wrt.component.abi.ValueLimits;
import dev.wrt.component.value.Conformity;
import dev.wrt.component.value.ReadableEnd;
import dev.wrt.component.value.Sequence;
import dev.wrt.component.value.Value;
import dev.wrt.component.value.Value.Handle;
import dev.wrt.component.value.Values;
import dev.wrt.decoder.component.ComponentFuncType;
import dev.wrt.decoder.component.ValType;
import dev.wrt.engine.IntegrityReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;

/// `ComponentInstance` of CanonicalABI.md: a component that has been instantiated.
///
/// The instance of a component that a {@link Linker} instantiates is a root: its exports can be
/// called from outside. Nested components become instances of their own, each with its handle table
/// and its flags, which only their own code and their parent can reach.
public final class ComponentInstance implements AutoCloseable {
  final Tree tree;
  final @Nullable ComponentInstance parent;
  final HandleTable handles;
  final ThreadTable threads;
  final Passages passages;
  private final ValueLimits valueLimits;
  final Interceptors chain;

  /// False while `realloc` or `post-return` of this instance runs: it can't call out then.
  boolean mayLeave = true;

  /// `backpressure`: while above 0, no task of an async function starts.
  int backpressure;

  /// `num_waiting_to_enter`: tasks that wait for their start.
  int numWaitingToEnter;

  /// `exclusive_thread`: the implicit thread that keeps others of its kind from running.
  @Nullable GuestThread exclusiveThread;

  /// False while this instance, or one that it contains, is under way.
  private boolean mayEnter;

  /// What it holds besides its handles.
  final Holdings holdings = new Holdings();

  private final String name;
  private final MemoryBudget account;
  private final Interceptors[] byPoint;
  private Map<String, Item> exports = Map.of();
  private Exports callable = Exports.NONE;
  private boolean closed;

  /// A function that can be called from outside.
  ///
  /// @param interfaceName name of the exported instance; empty for a function exported by itself
  /// @param function name of the function
  /// @param type its type
  public record ExportedFunc(String interfaceName, String function, ComponentFuncType type) {
    /// Interface and function as one name: `ns:pkg/iface#func`, or `func` alone.
    public String name() {
      return interfaceName.isEmpty() ? function : interfaceName + "#" + function;
    }
  }

  /// What an instance is made with.
  ///
  /// @param name names it in statistics and for interceptors
  /// @param limits what it may use
  /// @param passages the passages of its values
  /// @param chain its interceptors
  record Setting(String name, GuestLimits limits, Passages passages, Interceptors chain) {
    /// The same for an instance inside.
    Setting nested(int index) {
      return new Setting(name + "/" + index, limits, passages, chain);
    }
  }

  ComponentInstance(Tree tree, @Nullable ComponentInstance parent, Setting setting) {
    this.tree = tree;
    this.parent = parent;
    this.name = setting.name();
    this.passages = setting.passages();
    this.chain = setting.chain();
    this.valueLimits =
        new ValueLimits(setting.limits().stringBytes(), setting.limits().listElements());
    this.account = tree.budget.child("instance " + name.replace('/', '.'), tree.budget.maxBytes());
    this.handles =
        new HandleTable(
            account,
            setting.limits().handles(),
            setting.limits().waitables(),
            tree.handleCount,
            tree.engine.options().verificationOf(name));
    this.threads = new ThreadTable(account);
    Point[] points = Point.values();
    this.byPoint = new Interceptors[points.length];
    for (Point p : points) {
      byPoint[p.ordinal()] = chain.at(p);
    }
  }

  /// Name of the component, for statistics and interceptors.
  public String name() {
    return name;
  }

  /// The functions that can be called, in the order of the component's exports.
  public List<ExportedFunc> exports() {
    return callable.functions();
  }

  /// The function that a name means: `hello`, `ns:pkg/iface#func` or `ns:pkg/iface.func`, where the
  /// version may be left out if only one fits.
  public Result<ExportedFunc> export(String export) {
    return switch (callable.find(export)) {
      case Result.Ok<Exports.Entry> ok -> Result.ok(ok.value().func());
      case Result.Err<Exports.Entry> err -> Result.err(err.fault());
    };
  }

  /// Calls an export and runs it to its end. Running out of fuel is an error here that gives the
  /// instance up; use {@link #start} where the call is to be resumable.
  ///
  /// @param export a name as in {@link #export(String)}
  /// @param arguments the arguments
  public Result<Values> call(String export, Values arguments) {
    return switch (start(export, arguments)) {
      case Result.Ok<Execution> ok -> ok.value().toEnd();
      case Result.Err<Execution> err -> Result.err(err.fault());
    };
  }

  /// Prepares a call of an export; nothing runs before {@link Execution#run}.
  ///
  /// @param export a name as in {@link #export(String)}
  /// @param arguments the arguments
  public Result<Execution> start(String export, Values arguments) {
    if (closed) {
      return Result.err(new LimitFault(ComponentCode.INSTANCE_CLOSED, "instance", 1, 0));
    }
    return switch (callable.find(export)) {
      case Result.Ok<Exports.Entry> ok -> prepared(ok.value(), arguments);
      case Result.Err<Exports.Entry> err -> Result.err(err.fault());
    };
  }

  private Result<Execution> prepared(Exports.Entry entry, Values arguments) {
    ExportedFunc func = entry.func();
    Fault misfit = Conformity.arguments(func.name(), func.type(), arguments);
    if (misfit != null) {
      return Result.err(misfit);
    }
    return Result.ok(Invocation.of(tree, entry.lifted(), entry.hooks(), arguments));
  }

  /// Ends a guest's resource that the host owns, destructor included.
  ///
  /// @param handle what a call has returned
  public Result<Unit> drop(Handle handle) {
    if (tree.driver.owner() != null) {
      return Result.err(Execution.busy());
    }
    return switch (tree.hostHandles.take(handle)) {
      case Result.Ok<ResourceHandle> ok -> {
        DestructorCall end = new DestructorCall(null, ok.value().type, ok.value().rep);
        yield switch (new Execution(tree, end).toEnd()) {
          case Result.Ok<Values> done -> Result.ok(Unit.UNIT);
          case Result.Err<Values> err -> Result.err(err.fault());
        };
      }
      case Result.Err<ResourceHandle> err -> Result.err(err.fault());
    };
  }

  /// Says whether calls may be made while others wait. Such a call could be what they wait for, so
  /// a call that can't go on is {@link Outcome.Waiting} then, and no deadlock.
  ///
  /// @param expected false at first: the host runs one call after the other
  public void expectCalls(boolean expected) {
    tree.driver.expectCalls(expected);
  }

  /// Prepares to let the linked components go on with what they still have to do after their calls
  /// have returned, until none of them is ready.
  public Execution settling() {
    return new Settling(tree);
  }

  /// Runs {@link #settling} to its end.
  public Result<Unit> settle() {
    return switch (settling().toEnd()) {
      case Result.Ok<Values> ok -> Result.ok(Unit.UNIT);
      case Result.Err<Values> err -> Result.err(err.fault());
    };
  }

  /// Says that it is worth running a waiting execution again: work of the host may have progressed.
  /// Any thread may.
  public void wake() {
    tree.streams.wake();
  }

  /// Makes a stream that a component reads and the host writes, to be given to a component of this
  /// tree as an argument or a result.
  ///
  /// @param element type of the elements; null for a stream that carries no values
  /// @param source gives them
  public Result<Value.StreamValue> stream(@Nullable ValType element, StreamSource source) {
    return tree.streams.stream(element, source);
  }

  /// Makes a future that a component reads and the host writes.
  ///
  /// @param element type of the value; null for a future that carries none
  /// @param source gives it
  public Result<Value.FutureValue> future(@Nullable ValType element, FutureSource source) {
    return tree.streams.future(element, source);
  }

  /// Reads a stream that a component has returned or passed to the host. What the component writes
  /// is offered while calls run, or by {@link #settle}.
  ///
  /// @param stream what the component gave; it can be read by one sink
  /// @param sink takes the elements
  public Result<Unit> consume(Value.StreamValue stream, StreamSink sink) {
    return tree.streams.consume(stream.end(), sink);
  }

  /// Reads a whole stream that a component has returned: lets the components go on until it ends.
  ///
  /// @param stream what the component gave
  /// @param max the most elements; a longer stream is stopped, and is a fault
  public Result<Sequence> collect(Value.StreamValue stream, int max) {
    StreamCollector collector = new StreamCollector(max);
    if (consume(stream, collector) instanceof Result.Err<Unit> err) {
      return Result.err(err.fault());
    }
    if (settle() instanceof Result.Err<Unit> err) {
      return Result.err(err.fault());
    }
    if (!collector.isEnded()) {
      tree.streams.stop(stream);
      return Result.err(new Trap(ComponentCode.STREAM_OPEN, "", List.of()));
    }
    return collector.collected();
  }

  /// Reads a future that a component has returned or passed to the host.
  ///
  /// @param future what the component gave; it can be read by one sink
  /// @param sink takes the value
  public Result<Unit> consume(Value.FutureValue future, FutureSink sink) {
    return tree.streams.consume(future.end(), new OnlySink(sink));
  }

  /// Drops the readable end of a stream or future that the host does not want to read.
  ///
  /// @param end of a value that a component gave
  public Result<Unit> drop(ReadableEnd end) {
    return tree.streams.drop(end);
  }

  /// Fuel that is left for the linked components.
  public long fuel() {
    return tree.machine.fuel();
  }

  /// Sets the fuel of the linked components.
  ///
  /// @param fuel at least 0
  public void fuel(long fuel) {
    tree.machine.fuel(fuel);
  }

  /// The account of what this tree of components makes the host hold.
  public MemoryBudget budget() {
    return tree.budget;
  }

  /// What the linked components have used so far.
  public ComponentStats stats() {
    return tree.stats();
  }

  /// What is done to notice that anything which the linked components hold was changed behind its
  /// API, and what that has done so far: the areas of the engine's store, then handle tables,
  /// handles of the host, and buffers that values crossed in.
  public IntegrityReport integrity() {
    return tree.integrity();
  }

  /// The latest repairs, each an event; {@link #integrity} counts all.
  public List<IntegrityFault> repairs() {
    return tree.repairs();
  }

  /// Closes a root instance: drops the host's resources that are left in its handle tables and
  /// gives everything back to the budget, together with the last root of the linked components.
  @Override
  public void close() {
    if (!closed && parent == null) {
      closed = true;
      tree.released();
    }
  }

  /// `may_enter_from`: whether none of the instances that a call from `caller` enters is under way.
  boolean mayEnterFrom(@Nullable ComponentInstance caller) {
    if (tree.isPoisoned()) {
      return false;
    }
    for (ComponentInstance i = this; i != null && !contains(i, caller); i = i.parent) {
      if (!i.mayEnter) {
        return false;
      }
    }
    return true;
  }

  /// Whether calls between this instance and another one are not those of a parent and its child,
  /// or such calls are allowed.
  // [impl->req~component-parent-child-calls~1]
  boolean isApartFrom(@Nullable ComponentInstance caller) {
    return caller == null
        || tree.engine.options().parentChildCalls()
        || !contains(this, caller) && !contains(caller, this);
  }

  /// `enter_from`
  void enterFrom(@Nullable ComponentInstance caller) {
    setMayEnter(caller, false);
  }

  /// `leave_to`
  void leaveTo(@Nullable ComponentInstance caller) {
    setMayEnter(caller, true);
  }

  private void setMayEnter(@Nullable ComponentInstance caller, boolean may) {
    for (ComponentInstance i = this; i != null && !contains(i, caller); i = i.parent) {
      Invariant.check(i.mayEnter != may, "an instance is entered once and left once");
      i.mayEnter = may;
    }
  }

  /// Whether `outer` is `inner` or one of its ancestors, so that a call from `inner` does not enter
  /// it.
  private static boolean contains(ComponentInstance outer, @Nullable ComponentInstance inner) {
    for (ComponentInstance i = inner; i != null; i = i.parent) {
      if (i == outer) {
        return true;
      }
    }
    return false;
  }

  /// The interceptors that watch a point.
  Interceptors watching(Point point) {
    return byPoint[point.ordinal()];
  }

  /// How large values may be that it lifts or lowers.
  ValueLimits valueLimits() {
    return valueLimits;
  }

  /// The account of what this instance alone makes the host hold.
  MemoryBudget account() {
    return account;
  }

  /// Everything it exports, by name.
  Map<String, Item> items() {
    return exports;
  }

  /// The instantiation is complete: the instance may be entered.
  void complete(Map<String, Item> exported) {
    exports = new LinkedHashMap<>(exported);
    mayEnter = true;
    if (parent == null) {
      callable = Exports.of(this, exports);
    }
  }

  /// Drops the host's resources that its handles own, and gives its storage back.
  void releaseStorage() {
    HandleElement left = handles.drain();
    while (left != null) {
      // [impl->req~component-host-resource-end~1]
      if (left instanceof ResourceHandle handle
          && handle.own
          && handle.type.identity() instanceof HostResource host) {
        host.destructor().drop(handle.rep);
      }
      if (left instanceof ErrorContextHandle context) {
        account.release(context.bytes());
      }
      left = handles.drain();
    }
    handles.close();
    threads.close();
    holdings.giveBack();
    account.close();
  }
}
