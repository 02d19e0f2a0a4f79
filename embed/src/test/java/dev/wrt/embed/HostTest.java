package dev.wrt.embed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Result;
import dev.wrt.bounded.Unit;
import dev.wrt.component.ComponentInstance;
import dev.wrt.component.Linker;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HostTest {
  sealed interface Problem {
    record Empty() implements Problem {}

    record TooLarge(int most) implements Problem {}
  }

  record Point(int x, int y) {}

  static final class ProblemException extends Exception implements WitError<Problem> {
    private static final long serialVersionUID = 1;
    private final transient Problem problem;

    ProblemException(Problem problem) {
      this.problem = problem;
    }

    @Override
    public Problem error() {
      return problem;
    }
  }

  static final class Locked extends RuntimeException implements WitError<String> {
    private static final long serialVersionUID = 1;

    Locked(String why) {
      super(why);
    }

    @Override
    public String error() {
      return getMessage();
    }
  }

  /// The host's half.
  public static class Host {
    final List<String> log = new ArrayList<>();
    private RuntimeException thrown;

    public int add(int a, int b) {
      return a + b;
    }

    /// Not meant: the import has two parameters.
    public int add(int a) {
      return a;
    }

    public String shout(String text) {
      return text.isEmpty() ? null : text + "!";
    }

    public byte[] reverse(byte[] v) {
      byte[] reversed = new byte[v.length];
      for (int i = 0; i < v.length; i++) {
        reversed[i] = v[v.length - 1 - i];
      }
      return reversed;
    }

    public int check(int v) throws ProblemException {
      if (v > 9) {
        throw new ProblemException(v > 99 ? new Problem.TooLarge(99) : new Problem.Empty());
      }
      return v + 1;
    }

    public void lock(int v) throws Locked {
      if (v != 0) {
        throw new Locked("by " + v);
      }
    }

    public Point swap(Point p) {
      return new Point(p.y(), p.x());
    }

    public void tick() {
      if (thrown != null) {
        throw thrown;
      }
      log.add("tick");
    }

    public long small(short v) {
      return v + 100L;
    }

    public File newFile(String name) {
      return new File(name, log);
    }

    public WitResult<File, String> fileOpen(String name) {
      return name.isEmpty() ? WitResult.err("no name") : WitResult.ok(new File(name, log));
    }

    public String consume(File f) {
      return "consumed " + f.name;
    }

    @WitResource
    public static class File implements AutoCloseable {
      final String name;
      private final List<String> log;

      File(String name, List<String> log) {
        this.name = name;
        this.log = log;
      }

      public byte[] read() {
        return ("content of " + name).getBytes(StandardCharsets.UTF_8);
      }

      @Override
      public void close() {
        if (name.equals("stuck")) {
          throw new IllegalStateException("can't close");
        }
        log.add("closed " + name);
      }
    }
  }

  interface Relay {
    int add(int a, int b);

    Result<String> shout(String text);

    byte[] reverse(byte[] v);

    int check(int v) throws ProblemException;

    @WitName("check")
    WitResult<Integer, Problem> checked(int v);

    void lock(int v) throws Locked;

    @WitName("lock")
    Result<WitResult<Unit, String>> locked(int v);

    Point swap(Point p);

    void tick();

    @WitName("tick")
    Result<Unit> tried();

    Result<Integer> small(int v);

    byte[] useFile(String name);

    String giveFile(String name);

    int openFile(String name);

    byte[] readAll(Host.File f);

    void keep(Host.File f);

    Host.File make(String name);
  }

  private final Host host = new Host();
  private final ComponentInstance instance =
      Samples.own(
          "relay", new Linker().define("test:embed/host", Bindings.host("test:embed/host", host)));

  private <T> T bound(Class<T> type) {
    return Bindings.orThrow(Bindings.export(instance, type));
  }

  private static Fault faultOf(org.junit.jupiter.api.function.Executable call) {
    return assertThrows(ComponentFault.class, call).fault();
  }

  private static byte[] content(String name) {
    return ("content of " + name).getBytes(StandardCharsets.UTF_8);
  }

  private static List<Integer> ints(byte[] bytes) {
    List<Integer> list = new ArrayList<>();
    for (byte b : bytes) {
      list.add((int) b);
    }
    return list;
  }

  // [utest->req~embed-host-object~1]
  // [utest->req~embed-values~1]
  @Test
  @DisplayName("Methods of a Java object are an interface of the host")
  void functions() {
    Relay relay = bound(Relay.class);
    assertEquals(5, relay.add(2, 3));
    assertEquals(Result.ok("hé!"), relay.shout("hé"));
    assertEquals(List.of(3, 2, -1), ints(relay.reverse(new byte[] {-1, 2, 3})));
    assertEquals(new Point(2, 1), relay.swap(new Point(1, 2)));
    relay.tick();
    assertEquals(Result.ok(Unit.UNIT), relay.tried());
    assertEquals(List.of("tick", "tick"), host.log);
    assertEquals(Result.ok(101), relay.small(1));
    assertEquals("Relay", relay.toString());
    assertEquals(relay, relay);
    assertEquals(relay.hashCode(), relay.hashCode());
  }

  // [utest->req~embed-error-exception~1]
  @Test
  @DisplayName("An exception class stands for the error case, in the host and for the caller")
  void errors() throws ProblemException {
    Relay relay = bound(Relay.class);
    assertEquals(4, relay.check(3));
    assertEquals(WitResult.ok(5), relay.checked(4));
    assertEquals(
        new Problem.Empty(), assertThrows(ProblemException.class, () -> relay.check(10)).error());
    assertEquals(
        new Problem.TooLarge(99),
        assertThrows(ProblemException.class, () -> relay.check(100)).error());
    assertEquals(WitResult.err(new Problem.TooLarge(99)), relay.checked(100));
    relay.lock(0);
    assertEquals("by 7", assertThrows(Locked.class, () -> relay.lock(7)).error());
    assertEquals(Result.ok(WitResult.err("by 8")), relay.locked(8));
    assertEquals(Result.ok(WitResult.ok(Unit.UNIT)), relay.locked(0));
  }

  // [utest->req~embed-host-exception~1]
  // [utest->req~embed-fault-form~1]
  @Test
  @DisplayName(
      "An exception of host code ends the call with a fault, and is the cause of its throw")
  void hostThrows() {
    Relay relay = bound(Relay.class);
    host.thrown = new IllegalStateException("no more");
    ComponentFault thrown = assertThrows(ComponentFault.class, relay::tick);
    Fault.HostFault fault = assertInstanceOf(Fault.HostFault.class, thrown.fault());
    assertEquals(EmbedCode.HOST_THREW, fault.code());
    assertEquals("test:embed/host#tick", fault.subject());
    assertEquals("java.lang.IllegalStateException: no more", fault.detail());
    assertSame(host.thrown, thrown.getCause());
    assertTrue(thrown.getMessage().startsWith("WRT-J-020"), thrown.getMessage());
  }

  // [utest->req~embed-host-exception~1]
  @Test
  @DisplayName("A fault of host code is a result where the method says so")
  void hostThrowsResult() {
    host.thrown = new IllegalStateException("no more");
    assertEquals(
        EmbedCode.HOST_THREW,
        Samples.fault(Fault.HostFault.class, bound(Relay.class).tried()).code());
  }

  // [utest->req~embed-null~1]
  @Test
  @DisplayName("Null is refused where it is, from the host and from the caller")
  void nulls() {
    Relay relay = bound(Relay.class);
    Fault.CallFault given = Samples.fault(Fault.CallFault.class, relay.shout(null));
    assertEquals(EmbedCode.NULL_VALUE, given.code());
    assertEquals("shout(text)", given.function());
    Fault.CallFault answered = Samples.fault(Fault.CallFault.class, relay.shout(""));
    assertEquals(EmbedCode.NULL_VALUE, answered.code());
    assertEquals("test:embed/host#shout", answered.function());
  }

  // [utest->req~embed-integer-range~1]
  @Test
  @DisplayName("A number out of range is refused before the call, and in what the host answers")
  void ranges() {
    Relay relay = bound(Relay.class);
    Fault.CallFault given = Samples.fault(Fault.CallFault.class, relay.small(256));
    assertEquals(EmbedCode.OUT_OF_RANGE, given.code());
    assertEquals("small(v)", given.function());
    assertEquals("u8: 0 to 255", given.expected());
    assertEquals("256", given.found());
    assertEquals(Result.ok(255), relay.small(155));
    assertEquals(
        EmbedCode.OUT_OF_RANGE, Samples.fault(Fault.CallFault.class, relay.small(156)).code());
  }

  // [utest->req~embed-host-resource~1]
  @Test
  @DisplayName("Java objects are resources: made, read, given away, closed when they are dropped")
  void resources() {
    Relay relay = bound(Relay.class);
    assertArrayEquals(content("a"), relay.useFile("a"));
    assertEquals(List.of("closed a"), host.log);
    assertEquals("consumed b", relay.giveFile("b"));
    assertEquals(1, relay.openFile("c"));
    assertEquals(0, relay.openFile(""));
    assertEquals(List.of("closed a", "closed c"), host.log);
    Host.File made = relay.make("d");
    assertEquals("d", made.name);
    assertArrayEquals(content("d"), relay.readAll(made));
    relay.keep(made);
    assertEquals(List.of("closed a", "closed c", "closed d"), host.log);
  }

  // [utest->req~embed-host-exception~1]
  @Test
  @DisplayName("An exception of a destructor ends the call")
  void destructor() {
    Relay relay = bound(Relay.class);
    Fault.HostFault fault =
        assertInstanceOf(Fault.HostFault.class, faultOf(() -> relay.useFile("stuck")));
    assertTrue(fault.subject().endsWith("File.close"), fault.subject());
  }
}
