package dev.wrt.engine;

import dev.wrt.bounded.Fault;
import java.util.ArrayList;
import java.util.List;

/// One kind of what the machines of a store keep in copies, and what comparing it has shown: the
/// words of all machines together.
final class FrameArea implements CheckedArea {
  /// So many repairs are kept.
  static final int REPAIRS_MAX = 16;

  private final String name;
  private final EngineCode code;
  private final int wordBytes;
  private final List<Fault.IntegrityFault> repairs = new ArrayList<>();
  private long bytes;
  private long verified;
  private long mismatches;
  private long repaired;

  FrameArea(String name, EngineCode code, int wordBytes) {
    this.name = name;
    this.code = code;
    this.wordBytes = wordBytes;
  }

  /// There are so many more bytes, without their copies, or fewer.
  void resize(long more) {
    bytes += more;
  }

  /// So many words were compared, besides those that were about to be used.
  void verified(long words) {
    verified += words;
  }

  /// Keeps a mismatch.
  ///
  /// @param word its index
  Fault.IntegrityFault mismatch(int word, long expected, long found, boolean right) {
    Fault.IntegrityFault fault = new Fault.IntegrityFault(code, name, word, expected, found, right);
    mismatches++;
    if (right) {
      repaired++;
      if (repairs.size() == REPAIRS_MAX) {
        repairs.removeFirst();
      }
      repairs.add(fault);
    }
    return fault;
  }

  @Override
  public List<Fault.IntegrityFault> repairs() {
    return List.copyOf(repairs);
  }

  @Override
  public AreaReport report() {
    return new AreaReport(name, bytes, bytes / wordBytes, verified, mismatches, repaired);
  }
}
