package dev.wrt.tests.faults;

import dev.wrt.engine.EngineSeam;
import dev.wrt.memory.SafeMemory;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The run of a guest without faults: how long it is, what its state is at some moments, so that
/// trials can begin there, and how it ends.
final class Course {
  private static final int CHECKPOINTS = 16;
  private static final int WARM_UP = 3;

  private final Rig rig;
  private final List<StateImage> checkpoints = new ArrayList<>();
  private final Map<Area, int[]> used = new EnumMap<>(Area.class);
  private final long totalFuel;
  private final long startCharged;
  private final long endCharged;
  private final List<Object> finalState = new ArrayList<>();

  /// Runs a guest's script.
  ///
  /// @param rig the guest
  /// @param areas where faults will be injected
  Course(Rig rig, List<Area> areas) {
    this.rig = rig;
    for (int i = 0; i < WARM_UP; i++) {
      rig.transcript.record();
      rig.begin();
      rig.advance(Integer.MAX_VALUE);
      require(rig);
      rig.machine().fuel(0);
    }
    StateImage before = StateImage.of(rig);
    rig.transcript.record();
    long charged = rig.charged();
    rig.begin();
    rig.advance(Integer.MAX_VALUE);
    require(rig);
    totalFuel = rig.charged() - charged;
    endCharged = rig.charged();
    List<Object> told = rig.transcript.told();
    before.restore();
    startCharged = charged;
    rig.transcript.expect(told);
    takeCheckpoints();
    for (Words part : visible()) {
      finalState.add(part.copy());
    }
    findUsed(areas);
  }

  private static void require(Rig rig) {
    if (!rig.ended) {
      throw new AssertionError("without a fault the guest fails: " + rig.fault);
    }
  }

  private void takeCheckpoints() {
    rig.begin();
    long given = 0;
    for (int i = 0; i < CHECKPOINTS; i++) {
      checkpoints.add(StateImage.of(rig));
      long next = totalFuel * (i + 1) / CHECKPOINTS;
      rig.advance(next - given);
      given = next;
    }
    rig.advance(Integer.MAX_VALUE);
    require(rig);
    if (!rig.transcript.isComplete() || rig.charged() != endCharged) {
      throw new AssertionError("the guest does not do the same twice");
    }
  }

  private void findUsed(List<Area> areas) {
    for (Area area : areas) {
      checkpoints.getFirst().restore();
      Words words = area.places(rig, Places.NONE_KNOWN).words();
      BitSet touched = new BitSet();
      Object first = words.copy();
      for (StateImage checkpoint : checkpoints) {
        checkpoint.restore();
        Words now = area.places(rig, Places.NONE_KNOWN).words();
        for (int i = 0; i < now.size(); i++) {
          boolean changed = i >= words.size() || now.get(i) != words.old(first, i);
          if (changed || area.isUsed(now.get(i))) {
            touched.set(i);
          }
        }
      }
      used.put(area, touched.stream().toArray());
    }
  }

  /// Fuel of the whole run.
  long totalFuel() {
    return totalFuel;
  }

  /// The words of an area that the guest is known to use.
  int[] used(Area area) {
    return used.get(area);
  }

  /// Goes to a moment of the run.
  ///
  /// @param fuel how much has been given until then, below {@link #totalFuel}
  void goTo(long fuel) {
    int at = (int) Math.min(CHECKPOINTS - 1, fuel * CHECKPOINTS / totalFuel);
    while (at > 0 && totalFuel * at / CHECKPOINTS > fuel) {
      at--;
    }
    checkpoints.get(at).restore();
    long given = totalFuel * at / CHECKPOINTS;
    if (fuel > given) {
      rig.advance(fuel - given);
    }
  }

  /// Fuel that has been charged since the script began, by the machine's own account.
  long elapsed() {
    return rig.charged() - startCharged;
  }

  /// Whether the guest's state is as it is at the end of a run without faults, fuel included.
  boolean endsRight() {
    if (rig.charged() != endCharged) {
      return false;
    }
    List<Words> now = visible();
    for (int i = 0; i < now.size(); i++) {
      Object then = finalState.get(i);
      if (now.get(i).size() != now.get(i).sizeOf(then) || now.get(i).firstChange(then, 0) >= 0) {
        return false;
      }
    }
    return true;
  }

  /// What guests can see of a store: memories, tables, globals, objects.
  private List<Words> visible() {
    List<Words> parts = new ArrayList<>();
    for (SafeMemory memory : EngineSeam.memories(rig.store())) {
      parts.add(Words.OfBytes.all(memory.plain()));
    }
    return parts;
  }
}
