package dev.wrt.manual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.bounded.BoundedCode;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The catalogue of faults, made from the sources of this checkout.
// [utest->req~manual-fault-catalogue~1]
class FaultCatalogueTest {
  private final FaultCatalogue catalogue = new FaultCatalogue(new Tree(Path.of("../..")));

  @Test
  @DisplayName("Each constant is there with id, words and meaning, and no id is there twice")
  void codesAreWhole() {
    Set<String> ids = new HashSet<>();
    for (FaultCatalogue.Code code : catalogue.codes()) {
      assertTrue(ids.add(code.id()), "used twice: " + code.id());
      assertTrue(code.id().matches("WRT-[A-Z]-\\d{3}"), code.id());
      assertFalse(code.text().isBlank(), code.id());
      assertFalse(code.meaning().isBlank(), "no comment before " + code);
    }
    assertTrue(ids.contains(BoundedCode.BUDGET_EXHAUSTED.id()));
  }

  @Test
  @DisplayName("Every enum of fault codes of every module is in it")
  void enumsAreComplete() {
    List<String> enums =
        catalogue.codes().stream().map(FaultCatalogue.Code::enumName).distinct().sorted().toList();
    List<String> declared =
        new Tree(Path.of("../.."))
            .sources().stream()
                .map(path -> new Tree(Path.of("../..")).text(path).orElse(""))
                .filter(source -> source.contains("implements FaultCode"))
                .map(
                    source -> source.replaceFirst("(?s).*enum (\\w+) implements FaultCode.*", "$1"))
                .sorted()
                .toList();
    assertEquals(declared, enums);
  }

  @Test
  @DisplayName("A code's class of fault is the one that the sources make of it")
  void classesAreFound() {
    assertEquals(Set.of("BudgetFault"), catalogue.classes().get("BoundedCode.BUDGET_EXHAUSTED"));
    assertEquals(Set.of("Trap"), catalogue.classes().get("TrapCode.UNDEFINED_ELEMENT"));
  }
}
