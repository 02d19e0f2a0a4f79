package dev.wrt.decoder.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.decoder.DecoderCode;
import dev.wrt.decoder.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// What a decoded component says, and what is refused as none.
// [utest->req~decoder-component~1]
final class ComponentTest {
  /// The definitions stand in the order of the binary, of every kind.
  @Test
  void definitionsAreInTheOrderOfTheBinary() {
    Component component = Bytes.valid(Bytes.resource("everything.wasm"));
    List<String> kinds =
        component.definitions().stream().map(d -> d.getClass().getSimpleName()).distinct().toList();
    assertEquals(
        List.of(
            "Type",
            "Import",
            "AliasDef",
            "CoreType",
            "CoreModule",
            "CoreInstance",
            "CanonDef",
            "Nested",
            "Instance",
            "Export"),
        kinds);
  }

  /// The world of a component is in its type, imports and exports in their order.
  @Test
  void theTypeHasImportsAndExports() {
    ComponentType type = Bytes.valid(Bytes.resource("everything.wasm")).type();
    assertEquals(
        List.of("test:kit/things@1.2.3", "log", "color", "store"),
        List.copyOf(type.imports().keySet()));
    assertEquals(List.of("test:kit/api@0.1.0", "f"), List.copyOf(type.exports().keySet()));
    assertEquals(1, type.importedResources().size());
  }

  /// Attributes of a name are kept beside it.
  @Test
  void attributesAreKept() {
    NameAttributes store =
        Bytes.valid(Bytes.resource("everything.wasm")).definitions().stream()
            .filter(d -> d instanceof Definition.Import i && i.name().name().equals("store"))
            .map(d -> ((Definition.Import) d).name())
            .findFirst()
            .orElseThrow();
    assertEquals("test:kit/store", store.implementing().orElseThrow());
  }

  /// Nested components and outer aliases of types and modules decode.
  @Test
  void nestedComponents() {
    Component component = Bytes.valid(Bytes.resource("nested.wasm"));
    assertInstanceOf(CoreModuleType.class, component.type().exports().get("m"));
  }

  /// A component holds bytes of the budget until it is closed, once.
  @Test
  void closingGivesTheBudgetBack() {
    MemoryBudget budget = MemoryBudget.root("test", Bytes.BUDGET);
    Component component =
        Bytes.value(Component.decode(Bytes.resource("everything.wasm"), Limits.standard(), budget));
    assertTrue(budget.reservedBytes() > 0);
    component.close();
    component.close();
    assertEquals(0, budget.reservedBytes());
  }

  /// A core module where a component is asked for has a fault of its own.
  @Test
  void aCoreModuleIsNoComponent() {
    byte[] module = {0, 'a', 's', 'm', 1, 0, 0, 0};
    Fault fault = Bytes.fault(module);
    assertEquals(
        new Fault.MalformedFault(ValidationCode.NOT_A_COMPONENT, 4, "this is a core module"),
        fault);
  }

  /// A component where a core module is asked for has a fault of its own.
  @Test
  void aComponentIsNoCoreModule() {
    Fault fault = Bytes.fault(Bytes.component(Bytes.section(1, Bytes.component())));
    assertEquals(
        new Fault.MalformedFault(ValidationCode.NOT_A_MODULE, 14, "this is a component"), fault);
  }

  /// An empty file, another magic number and an unknown version are malformed.
  @Test
  void wrongPreambles() {
    assertEquals(ValidationCode.END_OF_FILE, Bytes.fault(new byte[0]).code());
    assertEquals(DecoderCode.BAD_MAGIC, Bytes.fault("no wasm at all".getBytes()).code());
    byte[] version = {0, 'a', 's', 'm', 9, 0, 1, 0};
    assertEquals(DecoderCode.BAD_VERSION, Bytes.fault(version).code());
  }

  /// A fault of a core module inside has its offset in the file.
  @Test
  void aFaultInsideOfAModuleHasItsOffsetInTheFile() {
    byte[] module = {0, 'a', 's', 'm', 1, 0, 0, 0, 99, 0};
    Fault fault = Bytes.fault(Bytes.component(Bytes.section(1, module)));
    assertEquals(18, assertInstanceOf(Fault.MalformedFault.class, fault).offset());
  }

  /// Every component of the samples decodes within 64 MiB.
  @TestFactory
  Stream<DynamicTest> theSamplesDecode() throws IOException {
    Path samples = samples();
    if (!Files.isDirectory(samples)) {
      return Stream.of(
          DynamicTest.dynamicTest("no samples", () -> Assumptions.abort(samples + " is absent")));
    }
    return Files.list(samples)
        .filter(f -> f.toString().endsWith(".component.wasm"))
        .sorted()
        .map(f -> DynamicTest.dynamicTest(f.getFileName().toString(), () -> decodes(f)));
  }

  private static Path samples() {
    Path here = Path.of("").toAbsolutePath();
    while (!Files.exists(here.resolve("safe-memory"))) {
      here = here.getParent();
    }
    return here.resolve("../shared/components");
  }

  private static void decodes(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    MemoryBudget budget = MemoryBudget.root("test", 64 << 20);
    Component component = Bytes.value(Component.decode(bytes, Limits.standard(), budget));
    assertTrue(Wit.print(component).startsWith("package root:component;"));
    component.close();
    assertEquals(0, budget.reservedBytes());
  }
}
