package dev.wrt.tests.differential;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Set;

/// Makes a program that the two sides disagree about smaller, by leaving out one expression or
/// statement after the other.
final class Minimiser {
  private static final int TRIES = 3000;

  private final V8 v8;
  private final Set<Area> areas;
  private final Path folder;

  Minimiser(V8 v8, Set<Area> areas, Path folder) {
    this.v8 = v8;
    this.areas = areas;
    this.folder = folder;
  }

  private boolean differs(Program program) throws IOException {
    Answer theirs = v8.answer(program);
    return !theirs.isInvalid() && !theirs.equals(Wrt.answer(program));
  }

  /// Writes both answers and the modules into the folder.
  ///
  /// @return a line about it
  String report(Program program) throws IOException {
    String name = "seed-" + program.seed();
    Files.write(folder.resolve(name + ".wasm"), program.bytes());
    Program small = differs(program) ? smaller(program) : program;
    Files.write(folder.resolve(name + ".small.wasm"), small.bytes());
    Answer theirs = v8.answer(small);
    Answer ours = Wrt.answer(small);
    Files.writeString(folder.resolve(name + ".v8.txt"), String.join("\n", theirs.lines()));
    Files.writeString(folder.resolve(name + ".wrt.txt"), String.join("\n", ours.lines()));
    return folder.resolve(name + ".small.wasm") + ": " + difference(ours, theirs);
  }

  private Program smaller(Program program) throws IOException {
    BitSet dropped = new BitSet();
    Program best = program;
    int step = Integer.highestOneBit(program.nodes());
    for (int tries = 0; step > 0 && tries < TRIES; step /= 4) {
      for (int from = 0; from < program.nodes() && tries < TRIES; from += step, tries++) {
        BitSet more = (BitSet) dropped.clone();
        more.set(from, from + step);
        Program candidate = Generator.program(program.seed(), areas, more);
        if (!more.equals(dropped) && differs(candidate)) {
          dropped = more;
          best = candidate;
        }
      }
    }
    return best;
  }

  private static String difference(Answer ours, Answer theirs) {
    for (int i = 0; i < Math.min(ours.lines().size(), theirs.lines().size()); i++) {
      if (!ours.lines().get(i).equals(theirs.lines().get(i))) {
        return "line %d: ours %s, V8's %s".formatted(i, ours.lines().get(i), theirs.lines().get(i));
      }
    }
    return "ours " + ours.lines() + ", V8's " + theirs.lines();
  }
}
