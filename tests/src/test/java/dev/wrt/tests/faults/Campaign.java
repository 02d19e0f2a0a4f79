package dev.wrt.tests.faults;

import dev.wrt.memory.Verification;
import dev.wrt.memory.VerificationLevel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// All injections: for every level and class of faults the same number, spread over the areas and
/// the guests.
///
/// Which guest an injection is made in, when, and where, depends on the seed and on its cell and
/// number only; so any of them can be repeated alone, and the table is the same for any number of
/// threads.
final class Campaign implements AutoCloseable {
  /// What the numbers of all injections begin with.
  static final long SEED = 20_260_704;

  /// Every so many accesses verify their block at `SAMPLED`.
  private static final int SAMPLE_EVERY = 64;

  /// Part of the work: all injections of a level in one guest.
  private record Job(VerificationLevel level, Guests guest) {}

  private final long perClass;
  private volatile long round;
  private final Progress progress;
  private final Watchdog watchdog = new Watchdog();
  private final Map<Cell, Tally> table = new TreeMap<>();

  /// Prepares a campaign.
  ///
  /// @param perClass injections for each level and class each time that it is run
  /// @param progress is told how far it is
  Campaign(long perClass, Progress progress) {
    this.perClass = perClass;
    this.progress = progress;
  }

  /// What a level is.
  static Verification verification(VerificationLevel level) {
    return new Verification(level, SAMPLE_EVERY);
  }

  /// Makes all injections, other ones each time.
  ///
  /// @param threads how many at a time
  /// @return what has become of them
  Map<Cell, Tally> run(int threads) throws InterruptedException {
    Deque<Job> jobs = new ArrayDeque<>();
    for (VerificationLevel level : VerificationLevel.values()) {
      for (Guests guest : Guests.values()) {
        jobs.add(new Job(level, guest));
      }
    }
    progress.begin(total());
    try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
      List<Future<?>> running = new ArrayList<>();
      for (Job job : jobs) {
        running.add(workers.submit(() -> run(job)));
      }
      for (Future<?> done : running) {
        await(done);
      }
    }
    round++;
    progress.end();
    return table;
  }

  @Override
  public void close() {
    watchdog.close();
  }

  private long total() {
    long total = 0;
    for (VerificationLevel level : VerificationLevel.values()) {
      for (FaultClass fault : FaultClass.values()) {
        for (Area area : Area.values()) {
          total += has(area, level, fault) ? perArea(level, fault) : 0;
        }
      }
    }
    return total;
  }

  private static void await(Future<?> done) throws InterruptedException {
    try {
      done.get();
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    }
  }

  /// How many injections each area gets of a class at a level: as many as the others, as the areas
  /// are that exist there.
  private long perArea(VerificationLevel level, FaultClass fault) {
    long areas = 0;
    for (Area area : Area.values()) {
      areas += has(area, level, fault) ? 1 : 0;
    }
    return (perClass + areas - 1) / areas;
  }

  private static boolean has(Area area, VerificationLevel level, FaultClass fault) {
    return area.isAt(level) && (area.isWritten() || fault.kind != FaultClass.Kind.WRITTEN);
  }

  private void run(Job job) {
    try {
      inject(job);
    } catch (RuntimeException | AssertionError e) {
      throw new AssertionError("at " + job.level + ", in " + job.guest, e);
    }
  }

  private void inject(Job job) {
    try (Rig rig = job.guest.load(verification(job.level))) {
      Watchdog.Watched watched = watchdog.watch(rig);
      Trial trial = new Trial(rig, job.guest, job.level, watched);
      for (Area area : Area.of(job.guest, job.level)) {
        for (FaultClass fault : FaultClass.values()) {
          if (has(area, job.level, fault)) {
            run(new Cell(job.level, area, fault), trial, job.guest);
          }
        }
      }
      watchdog.leave(watched);
      trial.course().goTo(0);
    }
  }

  private void run(Cell cell, Trial trial, Guests guest) {
    long count = perArea(cell.level(), cell.fault());
    Tally tally = new Tally();
    for (long index = round * count; index < (round + 1) * count; index++) {
      if (cell.area().guest(index) == guest) {
        Trial.Key key = new Trial.Key(SEED, cell.area(), cell.fault(), index);
        tally.add(trial.run(key), trial, replay(cell, index));
        progress.step(1);
      }
    }
    synchronized (table) {
      table.computeIfAbsent(cell, c -> new Tally()).add(tally);
    }
  }

  /// How to repeat one injection: what to give as `faults.replay`.
  static String replay(Cell cell, long index) {
    return String.join(
        ",",
        Detection.label(cell.level()),
        cell.area().label,
        cell.fault().label,
        Long.toString(index));
  }

  /// Repeats one injection.
  ///
  /// @param replay as {@link #replay} has it
  /// @return what has happened, in words
  static String repeat(String replay) {
    String[] parts = replay.split(",");
    VerificationLevel level = Rig.ok(VerificationLevel.parse(parts[0]));
    Area area = Area.of(parts[1]);
    long index = Long.parseLong(parts[3]);
    Guests guest = area.guest(index);
    try (Rig rig = guest.load(verification(level));
        Watchdog watchdog = new Watchdog()) {
      Trial trial = new Trial(rig, guest, level, watchdog.watch(rig));
      Verdict verdict = trial.run(new Trial.Key(SEED, area, FaultClass.of(parts[2]), index));
      String told = verdict == Verdict.NONE ? replay + ": nothing" : tell(replay, guest, trial);
      trial.course().goTo(0);
      return told;
    }
  }

  private static String tell(String replay, Guests guest, Trial trial) {
    return String.format(
        Locale.ROOT,
        "%s: in %s, after %,d of %,d units of fuel%n  %s%n  %s after %,d units%s%n%s",
        replay,
        guest.label,
        trial.injectedAt(),
        trial.course().totalFuel(),
        trial.damage(),
        trial.verdict(),
        trial.latency(),
        trial.scrubbed() ? ", by the verification of everything" : "",
        trial.story());
  }
}
