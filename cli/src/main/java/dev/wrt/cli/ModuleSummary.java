package dev.wrt.cli;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Result;
import dev.wrt.bounded.Unit;
import dev.wrt.decoder.core.ExternType;
import dev.wrt.decoder.core.Fuel;
import dev.wrt.decoder.core.Module;
import dev.wrt.decoder.core.Opcode;
import dev.wrt.decoder.core.text.Item;
import dev.wrt.decoder.core.text.Listing;
import dev.wrt.decoder.core.text.ListingVisitor;
import dev.wrt.decoder.core.text.Part;
import dev.wrt.decoder.core.text.Role;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What a core module holds, counted while its listing is read once.
final class ModuleSummary implements ListingVisitor {
  private static final String[] NAMES = {
    "custom",
    "type",
    "import",
    "function",
    "table",
    "memory",
    "global",
    "export",
    "start",
    "element",
    "code",
    "data",
    "data count",
    "tag"
  };

  /// A section.
  ///
  /// @param name its name; of custom sections, with their own name
  /// @param bytes size, id and length included
  /// @param items length of its vector, or -1 where it has none
  record Section(String name, int bytes, long items) {}

  private final Module module;
  private final List<Section> sections = new ArrayList<>();
  private final Set<Opcode> opcodes = EnumSet.noneOf(Opcode.class);
  private String name = "";
  private int sectionStart;
  private long items;
  private boolean inSection;
  private long instructions;
  private long fuelled;
  private long byLength;
  private long loops;
  private long calls;

  private ModuleSummary(Module module) {
    this.module = module;
  }

  /// Summarises a valid module.
  static Result<ModuleSummary> of(Module module) {
    ModuleSummary summary = new ModuleSummary(module);
    return switch (Listing.visit(module.bytes(), module.offset(), module.length(), summary)) {
      case Result.Ok<Unit> ok -> Result.ok(summary);
      case Result.Err<Unit>(Fault fault) -> Result.err(fault);
    };
  }

  @Override
  public void begin(Part part, int offset) {
    if (part == Part.SECTION) {
      sectionStart = offset;
      items = -1;
      inSection = true;
    } else if (part != Part.MODULE) {
      inSection = false;
    }
  }

  @Override
  public void item(Item item) {
    Opcode row = item.opcode();
    if (row != null) {
      count(row);
    } else if (item.role() == Role.SECTION_ID) {
      name = NAMES[item.index()];
    } else if (item.role() == Role.CUSTOM_NAME) {
      int length = (int) item.high();
      name +=
          " \""
              + new String(item.source(), (int) item.value(), length, StandardCharsets.UTF_8)
              + "\"";
    } else if (item.role() == Role.COUNT && inSection) {
      items = item.value();
    }
  }

  private void count(Opcode row) {
    opcodes.add(row);
    instructions++;
    fuelled += row.fuel() == Fuel.FREE ? 0 : 1;
    byLength += row.fuel() == Fuel.BY_LENGTH ? 1 : 0;
    loops += row == Opcode.LOOP ? 1 : 0;
    calls += row.mnemonic().contains("call") ? 1 : 0;
  }

  @Override
  public void end(Part part, int offset) {
    if (part == Part.SECTION) {
      sections.add(new Section(name, offset - sectionStart, items));
    }
  }

  /// The module.
  Module module() {
    return module;
  }

  /// The sections, in their order.
  List<Section> sections() {
    return sections;
  }

  /// Instructions, those of constant expressions included.
  long instructions() {
    return instructions;
  }

  /// Instructions that cost fuel.
  long fuelled() {
    return fuelled;
  }

  /// Instructions that cost fuel by what they move.
  long byLength() {
    return byLength;
  }

  /// Loops.
  long loops() {
    return loops;
  }

  /// Calls of all kinds.
  long calls() {
    return calls;
  }

  /// The features that the module uses, of those that came after WebAssembly 2.0, and vectors.
  Set<String> features() {
    return ModuleFeatures.of(module, opcodes);
  }

  /// What is imported or exported, in words.
  static String words(ExternType type) {
    return switch (type) {
      case ExternType.Func f -> "func " + f.type();
      case ExternType.Table t -> "table " + t.type();
      case ExternType.Mem m -> "memory " + m.type();
      case ExternType.Global g -> "global " + g.type();
      case ExternType.Tag t -> "tag " + t.type();
    };
  }
}
