package dev.wrt.component;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Fault.IntegrityFault;
import dev.wrt.bounded.Fault.LimitFault;
import dev.wrt.bounded.Invariant;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.component.abi.CanonicalOptions;
import dev.wrt.component.abi.CrossingMetrics;
import dev.wrt.component.abi.Crossings;
import dev.wrt.component.abi.FuncLayout;
import dev.wrt.component.abi.Layouts;
import dev.wrt.component.abi.Lift;
import dev.wrt.component.abi.Lower;
import dev.wrt.component.abi.MemoryStrategy;
import dev.wrt.decoder.component.ComponentFuncType;
import dev.wrt.engine.AreaReport;
import dev.wrt.engine.EngineOptions;
import dev.wrt.engine.FuncInst;
import dev.wrt.engine.IntegrityReport;
import dev.wrt.engine.Machine;
import dev.wrt.engine.Store;
import dev.wrt.memory.Verification;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.checkerframework.checker.initialization.qual.NotOnlyInitialized;
import org.checkerframework.checker.nullness.qual.Nullable;

/// What linked component instances share: one store, one machine, one driver, one account of memory
/// and of fuel.
///
/// A trap anywhere leaves the whole tree unusable, because frames of every component that was
/// involved are gone ({@link #poison}). Nothing of a poisoned tree runs again; it can be closed.
final class Tree implements Meter {
  /// Pooled buffers for bounded copies: two directions of a few nested calls.
  private static final int BUFFERS = 8;

  /// Bytes reserved for one call that may be open: its task and subtask, its activations, its
  /// scope, its core values, its two passages.
  private static final long CALL_BYTES = 2048;

  final ComponentEngine engine;
  final MemoryBudget budget;
  final Store store;
  final Machine machine;
  final Lift lift;
  final Lower lower;
  final Layouts layouts;
  final @NotOnlyInitialized Driver driver;
  final HostHandles hostHandles;

  /// The layout of a function without parameters and result.
  private final FuncLayout plain;

  final HandleCount handleCount = new HandleCount();
  final Streams streams;

  private final Set<GuestLimit> reached = EnumSet.noneOf(GuestLimit.class);
  private final Holdings holdings;
  private final MemoryBudget memory;
  private final List<ComponentInstance> instances = new ArrayList<>();
  private final List<Passages> strategies = new ArrayList<>();
  private @Nullable Fault poison;
  private @Nullable Fault latched;
  private int roots;
  private boolean closed;
  private long calls;
  private long hostCalls;
  private long bytesReported;

  /// The parts that can be refused.
  private record Parts(
      Store store, Machine machine, Lift lift, Lower lower, Layouts layouts, FuncLayout plain) {}

  private Tree(
      ComponentEngine engine,
      MemoryBudget budget,
      MemoryBudget memory,
      Holdings holdings,
      Parts parts) {
    this.engine = engine;
    this.budget = budget;
    this.memory = memory;
    this.holdings = holdings;
    this.store = parts.store;
    this.machine = parts.machine;
    this.lift = parts.lift;
    this.lower = parts.lower;
    this.layouts = parts.layouts;
    this.hostHandles =
        new HostHandles(
            holdings.account(budget, "host-handles"), handleCount, engine.options().verification());
    this.plain = parts.plain;
    HostWork hostWork = new HostWork();
    this.driver = new Driver(this, engine.options(), hostWork);
    this.streams = new Streams(holdings.account(budget, "streams"), hostWork);
    holdings.also(hostHandles::close);
    holdings.also(streams::close);
    machine.fuel(engine.options().fuel());
  }

  /// Creates a tree without instances.
  ///
  /// @param name names its account
  static Result<Tree> create(ComponentEngine engine, String name) {
    ComponentOptions options = engine.options();
    Holdings holdings = new Holdings();
    MemoryBudget budget =
        holdings.take(
            engine.budget().offerChild(name, engine.budget().maxBytes()), MemoryBudget::close);
    if (budget == null) {
      return holdings.failed();
    }
    MemoryBudget calls = holdings.account(budget, "calls");
    long bytes = options.limits().depth() * CALL_BYTES;
    holdings.take(calls.reserve(bytes), done -> calls.release(bytes));
    MemoryBudget memory = holdings.account(budget, "memory");
    Store store = holdings.take(Store.create(sizes(options), memory), Store::close);
    if (store == null) {
      return holdings.failed();
    }
    MemoryBudget stacks = holdings.account(budget, "stacks");
    Machine machine = holdings.take(Machine.create(store, stacks), Machine::close);
    MemoryBudget abi = holdings.account(budget, "abi");
    Lift lift = holdings.take(Lift.create(abi), Lift::close);
    Lower lower = holdings.take(Lower.create(abi), Lower::close);
    Layouts layouts = holdings.take(Layouts.create(abi), Layouts::close);
    if (machine == null || lift == null || lower == null || layouts == null) {
      return holdings.failed();
    }
    if (holdings.fault() != null) {
      return holdings.failed();
    }
    FuncLayout plain =
        holdings.take(
            layouts.of(new ComponentFuncType(List.of(), Optional.empty())), nothing -> {});
    if (plain == null) {
      return holdings.failed();
    }
    Parts parts = new Parts(store, machine, lift, lower, layouts, plain);
    return Result.ok(new Tree(engine, budget, memory, holdings, parts));
  }

  private static EngineOptions sizes(ComponentOptions options) {
    GuestLimits limits = options.limits();
    return new EngineOptions(
            options.verification(),
            limits.valueSlots(),
            limits.frames(),
            limits.memoryPages(),
            limits.tableElements(),
            EngineOptions.standard().backtraceMax())
        .withHeapBytesMax(limits.heapBytes());
  }

  /// Makes the tree unusable; the first reason stays.
  void poison(Fault why) {
    if (poison == null) {
      poison = why;
    }
  }

  /// A mismatch was found where nothing can be refused: the driver stops at its next turn.
  void latch(Fault mismatch) {
    if (latched == null) {
      latched = mismatch;
    }
  }

  /// What {@link #latch} was told first; null if it was told nothing.
  @Nullable Fault latched() {
    return latched;
  }

  /// A boundary between a component and somebody else: compares its handles, and those of the host,
  /// with their records. Does nothing below `STANDARD`.
  ///
  /// @return the mismatch; null if there is none
  // [impl->req~handles-boundary~1]
  @Nullable Fault boundary(ComponentInstance instance) {
    Fault wrong = instance.handles.verify();
    return wrong == null ? hostHandles.table().verify() : wrong;
  }

  /// What verification has done for everything but the engine's store: handle tables of the
  /// instances, handles of the host, buffers that values crossed in.
  List<AreaReport> areas() {
    List<AreaReport> areas = new ArrayList<>();
    for (ComponentInstance instance : instances) {
      AreaReport handles = instance.handles.report();
      if (handles != null) {
        areas.add(handles);
      }
    }
    AreaReport host = hostHandles.table().report();
    if (host != null) {
      areas.add(host);
    }
    for (Passages p : strategies) {
      areas.add(p.crossings().integrity());
    }
    return areas;
  }

  /// What is done to notice corruption in everything that these components hold, and what that has
  /// done so far.
  // [impl->req~handles-reported~1]
  IntegrityReport integrity() {
    IntegrityReport ofStore = store.integrity();
    List<AreaReport> all = new ArrayList<>(ofStore.areas());
    all.addAll(areas());
    return new IntegrityReport(
        all, ofStore.scrubbedBlocks(), ofStore.passes(), ofStore.worstCaseFuel(), ofStore.level());
  }

  /// The latest repairs of the store's areas and of handles.
  List<IntegrityFault> repairs() {
    List<IntegrityFault> all = new ArrayList<>(store.repairs());
    for (ComponentInstance instance : instances) {
      all.addAll(instance.handles.repairs());
    }
    all.addAll(hostHandles.table().repairs());
    return all;
  }

  /// Whether nothing of this tree may run again.
  boolean isPoisoned() {
    return poison != null;
  }

  /// Whether everything has been given back.
  boolean isClosed() {
    return closed;
  }

  /// Registers an instance, or refuses where there are too many.
  ///
  /// @return the refusal, or null
  // [impl->req~limits-edges~1]
  @Nullable Fault register(ComponentInstance instance) {
    int max = engine.options().limits().instances();
    if (instances.size() >= max) {
      return new LimitFault(
          ComponentCode.INSTANCES_EXHAUSTED,
          GuestLimit.INSTANCES.word(),
          instances.size() + 1L,
          max);
    }
    instances.add(instance);
    return null;
  }

  /// A root instance has come.
  void opened() {
    roots++;
  }

  /// A root instance has gone; with the last one everything is given back.
  void released() {
    Invariant.check(roots > 0, "a root instance is closed once");
    roots--;
    if (roots == 0) {
      close();
    }
  }

  /// Gives everything back: resources of the host first, then storage.
  private void close() {
    Execution suspended = driver.owner();
    if (suspended != null) {
      suspended.abandon();
    }
    closed = true;
    driver.close(new LimitFault(ComponentCode.INSTANCE_CLOSED, "instance", 1, 0));
    for (int i = instances.size() - 1; i >= 0; i--) {
      instances.get(i).releaseStorage();
    }
    instances.clear();
    for (Passages p : strategies) {
      p.crossings().close();
    }
    strategies.clear();
    // [impl->req~component-close-budget~1]
    holdings.giveBack();
  }

  /// The passages of calls between the host and an instance of this strategy, made once for each.
  Result<Passages> passages(MemoryStrategy strategy) {
    for (Passages p : strategies) {
      if (p.strategy().equals(strategy)) {
        return Result.ok(p);
      }
    }
    MemoryBudget account = holdings.account(budget, strategy.spelling());
    return switch (Crossings.create(account, strategy, BUFFERS)) {
      case Result.Ok<Crossings> ok -> {
        Passages made = new Passages(ok.value(), this);
        strategies.add(made);
        yield Result.ok(made);
      }
      case Result.Err<Crossings> err -> Result.err(err.fault());
    };
  }

  /// The passages of calls between two instances: those of the stricter one.
  Passages passages(ComponentInstance a, ComponentInstance b) {
    if (a.passages == b.passages) {
      return a.passages;
    }
    MemoryStrategy ofA = a.passages.strategy();
    boolean strictA = MemoryStrategy.stricter(ofA, b.passages.strategy()).equals(ofA);
    return strictA ? a.passages : b.passages;
  }

  /// A meter of a new call by the host.
  CallMeter meter() {
    return new CallMeter(engine.options());
  }

  /// A task that calls a core function as it is.
  Task implicitTask(ComponentInstance instance, FuncInst function, ImplicitCaller caller) {
    return new Task(
        new ComponentFunc.Lifted(instance, function, CanonicalOptions.NONE, plain),
        caller,
        instance.passages);
  }

  /// Why nothing of this tree may run again; null while it may.
  @Nullable Fault poison() {
    return poison;
  }

  /// Counts a call.
  void counted(ComponentFunc callee) {
    switch (callee) {
      case ComponentFunc.Lifted lifted -> calls++;
      case ComponentFunc.Hosted hosted -> hostCalls++;
    }
  }

  /// Tells interceptors how many bytes have crossed since the last time.
  ///
  /// @return the denial, or null
  @Nullable Fault crossed(ComponentInstance where, Point point) {
    if (where.watching(point).isEmpty()) {
      return null;
    }
    long all = bytesCrossed();
    long bytes = all - bytesReported;
    bytesReported = all;
    return driver.event(where, point, "", bytes);
  }

  /// Tells interceptors if linear memories have grown.
  ///
  /// @param before what {@link #memoryBytes} was before
  /// @return the denial, or null
  @Nullable Fault grown(ComponentInstance where, long before) {
    long bytes = memoryBytes() - before;
    return bytes <= 0 ? null : driver.event(where, Point.MEMORY_GROWTH, "memory", bytes);
  }

  @Override
  public long fuelUsed() {
    return machine.instructions();
  }

  @Override
  public long instructions() {
    return machine.instructions();
  }

  @Override
  public long memoryBytes() {
    return memory.reservedBytes();
  }

  @Override
  public long bytesCrossed() {
    long bytes = 0;
    for (Passages p : strategies) {
      bytes += p.crossings().metrics().bytesCopied();
    }
    return bytes;
  }

  @Override
  public int handlesLive() {
    return handleCount.live();
  }

  /// What has been used so far.
  ComponentStats stats() {
    return new ComponentStats(
        calls,
        hostCalls,
        fuelUsed(),
        budget.reservedBytes(),
        budget.highWaterBytes(),
        budget.maxBytes(),
        handlesLive(),
        handleCount.peak(),
        crossing(),
        store.memories().stream().map(m -> m.memory().metrics()).toList(),
        integrity(),
        repairs(),
        instances.stream().map(this::level).toList(),
        limitsReached());
  }

  private ComponentStats.Level level(ComponentInstance instance) {
    return new ComponentStats.Level(instance.name(), verification(instance));
  }

  /// How the memories of an instance are checked.
  // [impl->req~limits-verification-of~1]
  Verification verification(ComponentInstance instance) {
    return engine.options().verificationOf(instance.name());
  }

  /// Remembers the limits that a fault says are reached.
  void reached(Fault fault) {
    for (GuestLimit limit : GuestLimit.values()) {
      if (limit.code() == fault.code()) {
        reached.add(limit);
      }
    }
  }

  /// Fuel has run out.
  void outOfFuel() {
    reached.add(GuestLimit.FUEL);
  }

  // [impl->req~limits-reached~1]
  private Set<GuestLimit> limitsReached() {
    Set<GuestLimit> all = EnumSet.noneOf(GuestLimit.class);
    all.addAll(reached);
    int pages = engine.options().limits().memoryPages();
    if (store.memories().stream().anyMatch(m -> m.pages() >= pages)) {
      all.add(GuestLimit.MEMORY_PAGES);
    }
    return all;
  }

  private CrossingMetrics crossing() {
    CrossingMetrics sum = new CrossingMetrics(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    for (Passages p : strategies) {
      sum = plus(sum, p.crossings().metrics());
    }
    return sum;
  }

  private static CrossingMetrics plus(CrossingMetrics a, CrossingMetrics b) {
    return new CrossingMetrics(
        a.crossings() + b.crossings(),
        a.views() + b.views(),
        a.copies() + b.copies(),
        a.bytesCopied() + b.bytesCopied(),
        a.buffers() + b.buffers(),
        a.digestsChecked() + b.digestsChecked(),
        a.wipedBytes() + b.wipedBytes(),
        a.poolHits() + b.poolHits(),
        a.poolMisses() + b.poolMisses(),
        Math.max(a.poolHighWater(), b.poolHighWater()));
  }
}
