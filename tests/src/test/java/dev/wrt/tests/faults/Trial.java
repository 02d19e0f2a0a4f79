package dev.wrt.tests.faults;

import dev.wrt.bounded.Fault;
import dev.wrt.memory.VerificationLevel;

/// One injection, and what becomes of it.
///
/// The guest is stopped at a moment that is drawn uniformly over the fuel of its run, the fault is
/// injected, and it goes on to its end. What has not shown until then is looked for by one
/// verification of everything, as the scrubber does it in the course of time.
final class Trial {
  /// Which injection.
  ///
  /// @param seed of the campaign
  /// @param area where
  /// @param fault what
  /// @param index which of its kind
  record Key(long seed, Area area, FaultClass fault, long index) {
    Draw draw(int level) {
      return Draw.of(seed, level, area.label.hashCode(), fault.label.hashCode(), index);
    }
  }

  private static final int TRIES = 8;
  private static final int STUCK_WINDOWS = 12;
  private static final int WRITE_STEPS = 2000;

  private final Rig rig;
  private final Course course;
  private final int level;
  private final Watchdog.Watched watched;
  private Area area;
  private Damage damage;
  private long injectedAt;
  private long latency;
  private boolean scrubbed;
  private Throwable crash;
  private Fault why;
  private Verdict verdict = Verdict.NONE;

  /// Prepares for trials with a guest.
  ///
  /// @param rig the guest
  /// @param guest which it is
  /// @param level its verification level
  /// @param watched is told when a trial begins
  Trial(Rig rig, Guests guest, VerificationLevel level, Watchdog.Watched watched) {
    this.rig = rig;
    this.watched = watched;
    this.level = level.ordinal();
    this.course = new Course(rig, Area.of(guest, level));
  }

  /// The run that trials are compared with.
  Course course() {
    return course;
  }

  /// Makes one injection.
  Verdict run(Key key) {
    watched.begin();
    verdict = attempt(key);
    watched.end();
    return verdict;
  }

  /// What has become of it.
  Verdict verdict() {
    return verdict;
  }

  private Verdict attempt(Key key) {
    area = key.area();
    crash = null;
    why = null;
    scrubbed = false;
    latency = 0;
    Draw draw = key.draw(level);
    for (int i = 0; i < TRIES; i++) {
      course.goTo(draw.below(course.totalFuel()));
      if (inject(key.fault(), draw)) {
        return follow(key.fault());
      }
    }
    return Verdict.NONE;
  }

  private boolean inject(FaultClass fault, Draw draw) {
    damage =
        switch (fault.kind) {
          case STORED -> stored(fault, draw);
          case STUCK -> stuck(draw);
          case WRITTEN -> written(fault, draw);
        };
    injectedAt = course.elapsed();
    return damage != null;
  }

  private Places places() {
    return area.places(rig, course.used(area));
  }

  private Damage stored(FaultClass fault, Draw draw) {
    Places places = places();
    return places.count() < 2 ? null : fault.damage(places, draw);
  }

  private Damage stuck(Draw draw) {
    Places places = places();
    Words words = places.words();
    if (places.count() < 1) {
      return null;
    }
    int at = places.draw(draw);
    long bit = 1L << draw.below(words.bits());
    boolean one = (draw.next() & 1) != 0;
    Damage done = new Damage();
    done.stick(words, at, bit, one);
    return done;
  }

  private Damage written(FaultClass fault, Draw draw) {
    Words words = places().words();
    Object before = words.copy();
    for (int i = 0; i < WRITE_STEPS; i++) {
      rig.advance(1);
      if (!rig.goesOn()) {
        return null;
      }
      Places now = places();
      int changed = now.words().firstChange(before, 0);
      if (changed >= 0) {
        int at = anyChange(now.words(), before, changed, draw);
        return now.count() < 2 ? null : fault.miswrite(now, at, words.old(before, at), draw);
      }
    }
    return null;
  }

  /// One of the words that the guest has just written.
  private static int anyChange(Words now, Object before, int first, Draw draw) {
    int chosen = first;
    int found = 1;
    int next = now.firstChange(before, first + 1);
    while (next >= 0) {
      found++;
      if (draw.below(found) == 0) {
        chosen = next;
      }
      next = now.firstChange(before, next + 1);
    }
    return chosen;
  }

  private Verdict follow(FaultClass fault) {
    long limit = 3 * course.totalFuel() + 1000;
    try {
      if (fault.kind == FaultClass.Kind.STUCK) {
        long window = Math.max(1, (course.totalFuel() - injectedAt) / STUCK_WINDOWS);
        for (int i = 0; i < STUCK_WINDOWS && rig.goesOn(); i++) {
          rig.advance(window);
          damage.stickAgain();
        }
      }
      if (rig.goesOn()) {
        rig.advance(limit);
      }
      if (watched.wasStopped()) {
        crash = new IllegalStateException("the engine did not come back");
        return Verdict.CRASHED;
      }
      return judge();
    } catch (StackOverflowError | RuntimeException | AssertionError e) {
      crash = watched.wasStopped() ? new IllegalStateException("did not come back", e) : e;
      return Verdict.CRASHED;
    }
  }

  private Verdict judge() {
    latency = Math.clamp(course.elapsed() - injectedAt, 0, 4 * course.totalFuel() + 1000);
    why = rig.fault;
    boolean ended = rig.ended;
    if (why == null && ended) {
      why = rig.scrub();
      scrubbed = why != null;
    }
    if (rig.transcript.deviates()) {
      return Verdict.SILENT;
    }
    if (why instanceof Fault.IntegrityFault) {
      return Verdict.DETECTED;
    }
    if (!ended) {
      return Verdict.TRAPPED;
    }
    if (!course.endsRight()) {
      return Verdict.SILENT;
    }
    return rig.repairs() > 0 ? Verdict.REPAIRED : Verdict.MASKED;
  }

  /// Fuel from the injection to the end of the run, or to its detection.
  long latency() {
    return latency;
  }

  /// What was changed.
  Damage damage() {
    return damage;
  }

  /// Fuel of the run before the injection.
  long injectedAt() {
    return injectedAt;
  }

  /// Whether only the verification of everything has shown it.
  boolean scrubbed() {
    return scrubbed;
  }

  /// The faults that have shown, one a line.
  String story() {
    return (why == null ? "" : "  " + why + "\n")
        + (crash == null ? "" : "  " + crash + "\n")
        + (rig.repairs() == 0 ? "" : "  " + rig.repairs() + " repairs\n");
  }

  /// The exception that has come out of the engine, or null.
  Throwable crash() {
    return crash;
  }
}
