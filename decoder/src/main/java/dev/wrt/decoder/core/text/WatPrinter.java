package dev.wrt.decoder.core.text;

import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.bounded.Unit;
import dev.wrt.decoder.Storage;
import dev.wrt.decoder.core.Module;
import java.util.function.Consumer;

/// Prints a module in the text format, a line at a time.
///
/// The text is standard: identifiers come from the name section, instructions are flat. It says the
/// same as the bytes, section by section; what the text format has no words for stands in comments:
/// numbers that are longer than needed, sections without content, groups of locals. Custom sections
/// are annotations (`@custom`).
public final class WatPrinter implements ListingVisitor {
  /// The printer's objects, and the line that is being made.
  private static final long FIXED_BYTES = 64 << 10;

  private final TextLines out;
  private final Names names;
  private final InstrPrinter instructions;
  private final TypePrinter types;
  private final FieldPrinter fields;
  private Part inside = Part.MODULE;

  private WatPrinter(Module module, Names names, Consumer<String> lines) {
    this.names = names;
    this.out = new TextLines(lines);
    this.instructions = new InstrPrinter(out, names);
    this.types = new TypePrinter(out, names);
    this.fields = new FieldPrinter(module, out, names, types);
  }

  /// Prints a module.
  ///
  /// @param module a valid module
  /// @param budget pays for identifiers and indices, until this method returns
  /// @param lines takes each line, without its end
  // [impl->req~decoder-text~1]
  public static Result<Unit> print(Module module, MemoryBudget budget, Consumer<String> lines) {
    try (Storage storage = new Storage(budget)) {
      Names names = new Names(storage);
      long size =
          FIXED_BYTES + ((long) module.types().size() + module.funcs().size()) * Integer.BYTES;
      if (!storage.offer(size)) {
        return Result.err(storage.refusal(size));
      }
      NameFinder finder = new NameFinder(names);
      Result<Unit> result = Listing.visit(module.bytes(), module.offset(), module.length(), finder);
      if (result instanceof Result.Ok<Unit>) {
        WatPrinter printer = new WatPrinter(module, names, lines);
        result = Listing.visit(module.bytes(), module.offset(), module.length(), printer);
      }
      names.close();
      return result;
    }
  }

  @Override
  public void begin(Part part, int offset) {
    switch (part) {
      case MODULE -> {
        out.add("(module");
        String id = names.module();
        if (id != null) {
          out.word(id);
        }
        out.indent(1);
      }
      case INIT, OFFSET, ITEM -> {
        fields.beginExpr(part);
        instructions.enterConst();
      }
      case INSTR -> inside = part;
      default -> {
        inside = part;
        fields.begin(part, offset);
      }
    }
  }

  @Override
  public void item(Item item) {
    if (inside == Part.INSTR) {
      instructions.item(item);
    } else {
      fields.item(item);
    }
    if (item.width() > item.leastWidth()) {
      out.comment(item.role().words() + " in " + item.width() + " bytes");
    }
  }

  @Override
  public void end(Part part, int offset) {
    switch (part) {
      case MODULE -> {
        out.indent(0);
        out.line();
        out.add(")");
        out.line();
      }
      case INSTR -> instructions.end();
      case INIT, OFFSET, ITEM -> fields.endExpr(part);
      case LOCALS -> {
        fields.end(part);
        instructions.enterCode(fields.funcidx());
      }
      default -> fields.end(part);
    }
    if (part != Part.INSTR) {
      inside = Part.MODULE;
    }
  }
}
