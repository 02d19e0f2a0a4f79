package dev.wrt.tests.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.memory.VerificationLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// That trials start from equal states, can be repeated, and that the rest of the campaign's own
/// instruments say what they should.
class TrialTest {
  private static final int MOMENTS = 100;

  // [utest->req~faults-repeatable~1]
  @ParameterizedTest(name = "{0}: after a trial, the run without faults is the same as before")
  @EnumSource(Guests.class)
  void restored(Guests guest) {
    VerificationLevel level = VerificationLevel.REDUNDANT;
    try (Rig rig = guest.load(Campaign.verification(level));
        Watchdog watchdog = new Watchdog()) {
      Trial trial = new Trial(rig, guest, level, watchdog.watch(rig));
      Course course = trial.course();
      for (Area area : Area.of(guest, level)) {
        for (FaultClass fault : FaultClass.values()) {
          trial.run(new Trial.Key(Campaign.SEED, area, fault, 3));
          course.goTo(course.totalFuel() / 2);
          rig.advance(course.totalFuel());
          assertTrue(rig.ended && rig.transcript.isComplete(), area + " " + fault);
          assertTrue(course.endsRight(), area + " " + fault);
          assertEquals(0, rig.repairs(), area + " " + fault);
          assertEquals(null, rig.scrub());
        }
      }
      course.goTo(0);
    }
  }

  // [utest->req~faults-repeatable~1]
  @ParameterizedTest(name = "{0}: from wherever a trial may begin, the run ends as without a stop")
  @EnumSource(Guests.class)
  void everyMoment(Guests guest) {
    for (VerificationLevel level : VerificationLevel.values()) {
      try (Rig rig = guest.load(Campaign.verification(level))) {
        Course course = new Course(rig, Area.of(guest, level));
        for (int i = 0; i < MOMENTS; i++) {
          course.goTo(course.totalFuel() * (i * 37 % MOMENTS) / MOMENTS);
          rig.advance(course.totalFuel());
          assertEquals(null, rig.fault, level + " " + i);
          assertTrue(rig.ended && rig.transcript.isComplete(), level + " " + i);
          assertTrue(course.endsRight(), level + " " + i);
        }
        course.goTo(0);
      }
    }
  }

  // [utest->req~faults-repeatable~1]
  @Test
  @DisplayName("A running checksum is set back to any value, and goes on from there")
  void checksum() {
    for (int i = 0; i < 1000; i++) {
      CRC32C checksum = new CRC32C();
      checksum.update(i);
      checksum.update(i * 7);
      long then = checksum.getValue();
      checksum.update(11);
      long later = checksum.getValue();
      ChecksumState.set(checksum, then);
      assertEquals(then, checksum.getValue());
      checksum.update(11);
      assertEquals(later, checksum.getValue());
    }
  }

  // [utest->req~faults-repeatable~1]
  @Test
  @DisplayName("An injection that is repeated alone ends as before")
  void repeated() {
    String key = "standard,memory,burst,17";
    String first = Campaign.repeat(key);
    assertTrue(first.contains("DETECTED"), first);
    assertTrue(first.contains("IntegrityFault"), first);
    assertEquals(first, Campaign.repeat(key));
    assertThrows(IllegalArgumentException.class, () -> Campaign.repeat("standard,moon,burst,1"));
    assertThrows(IllegalArgumentException.class, () -> Campaign.repeat("off,memory,moth,1"));
  }

  // [utest->req~faults-repeatable~1]
  @Test
  @DisplayName("The table does not depend on the number of threads")
  void threads() throws InterruptedException {
    Progress quiet = new Progress(System.out, false);
    try (Campaign one = new Campaign(20, quiet);
        Campaign three = new Campaign(20, quiet)) {
      assertEquals(Detection.csv(one.run(1)), Detection.csv(three.run(3)));
    }
  }

  // [utest->req~faults-promises~1]
  @Test
  @DisplayName("Something is said about every area and class, and where nothing is promised, why")
  void promises() {
    Promises promises = new Promises();
    List<String> silent = new ArrayList<>();
    for (Area area : Area.values()) {
      for (FaultClass fault : FaultClass.values()) {
        promises.of(new Cell(VerificationLevel.OFF, area, fault));
      }
    }
    for (Promises.Promise promise : promises.all()) {
      Area.of(promise.area());
      if (promise.reason().isBlank()) {
        silent.add(promise.toString());
      }
    }
    assertEquals(List.of(), silent);
  }

  // [utest->req~faults-progress~1]
  @Test
  @DisplayName("The progress line has a bar, the share, the counts and both times")
  void progress() {
    assertEquals(
        "faults [###############...............]  50 %  1,500 of 3,000 injections  "
            + "1:30 min, 1:30 min left   ",
        Progress.line(1500, 3000, 90));
    assertEquals(
        "faults [..............................]   0 %  0 of 3,000 injections  0 s, 0 s left   ",
        Progress.line(0, 3000, 0));
  }
}
