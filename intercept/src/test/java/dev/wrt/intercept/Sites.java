package dev.wrt.intercept;

import dev.wrt.component.CallSite;
import dev.wrt.component.Direction;
import dev.wrt.component.Meter;
import dev.wrt.decoder.component.ComponentFuncType;
import dev.wrt.decoder.component.PrimValType;
import java.util.List;
import java.util.Optional;

/** Call sites for tests: {@code func(name: string) -> string} with a meter that can be set. */
final class Sites {
  /** A meter whose figures a test sets. */
  static final class Figures implements Meter {
    long fuel;
    long memory;
    long bytes;
    int handles;

    @Override
    public long fuelUsed() {
      return fuel;
    }

    @Override
    public long instructions() {
      return fuel;
    }

    @Override
    public long memoryBytes() {
      return memory;
    }

    @Override
    public long bytesCrossed() {
      return bytes;
    }

    @Override
    public int handlesLive() {
      return handles;
    }
  }

  static final ComponentFuncType GREET =
      new ComponentFuncType(
          List.of(new ComponentFuncType.Param("name", PrimValType.STRING)),
          Optional.of(PrimValType.STRING));

  private Sites() {}

  static CallSite imported(String interfaceName, String function) {
    return new CallSite("c", interfaceName, function, GREET, Direction.IMPORT, 1, new Figures());
  }

  static CallSite exported(String function, int depth, Meter meter) {
    return new CallSite("c", "", function, GREET, Direction.EXPORT, depth, meter);
  }
}
