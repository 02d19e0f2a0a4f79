package dev.wrt.tests.faults;

import java.util.ArrayList;
import java.util.List;

/// What a guest has told the outside so far: arguments of calls of the host, and results. The first
/// run is kept, later ones are compared with it.
final class Transcript {
  private List<Object> expected = new ArrayList<>();
  private boolean recording;
  private int position;
  private boolean deviates;

  /// Begins a run that will be compared with.
  void record() {
    expected = new ArrayList<>();
    recording = true;
    position = 0;
    deviates = false;
  }

  /// What has been told since.
  List<Object> told() {
    return expected;
  }

  /// Begins a run that is to tell the same.
  void expect(List<Object> told) {
    expected = told;
    recording = false;
    position = 0;
    deviates = false;
  }

  /// The guest tells something.
  void tell(Object what) {
    if (recording) {
      expected.add(what);
    } else if (position >= expected.size() || !expected.get(position).equals(what)) {
      deviates = true;
    }
    position++;
  }

  /// Whether something was told that the first run did not tell here.
  boolean deviates() {
    return deviates;
  }

  /// Whether all was told that the first run told, and nothing else.
  boolean isComplete() {
    return !deviates && position == expected.size();
  }
}
