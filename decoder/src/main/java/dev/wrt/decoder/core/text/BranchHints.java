package dev.wrt.decoder.core.text;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.bounded.Unit;
import dev.wrt.decoder.ByteReader;
import dev.wrt.decoder.DecoderCode;
import dev.wrt.decoder.Storage;
import dev.wrt.decoder.core.Module;
import dev.wrt.decoder.core.Opcode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The custom section of branch hints: whether each of its hints is for a conditional branch.
///
/// Hints are not used, and wrong ones do not make a module invalid; this check is for those who
/// produce modules. Hints stand before the code, in its order, so that both are read side by side.
public final class BranchHints implements ListingVisitor {
  private static final byte[] NAME =
      "metadata.code.branch_hint".getBytes(StandardCharsets.US_ASCII);
  private static final int HINT_BYTES = 1;

  private int function;
  private boolean named;
  private @Nullable ByteReader hints;
  private int functionsLeft;
  private int hintedFunction = -1;
  private int hintsLeft;
  private int hintedOffset;
  private int codeStart;
  private int instruction;
  private @Nullable Fault fault;

  private BranchHints(int firstFunction) {
    this.function = firstFunction - 1;
  }

  /// Checks the hints of a module, of which there may be none.
  ///
  /// @param module a valid module
  /// @return the first fault
  // [impl->req~decoder-branch-hints~1]
  public static Result<Unit> check(Module module) {
    BranchHints check = new BranchHints(module.importedFuncCount());
    Result<Unit> listed = Listing.visit(module.bytes(), module.offset(), module.length(), check);
    Fault found = check.fault();
    return found == null ? listed : Result.err(found);
  }

  private @Nullable Fault fault() {
    ByteReader reader = hints;
    return fault != null || reader == null ? fault : reader.fault();
  }

  @Override
  public void begin(Part part, int offset) {
    switch (part) {
      case CODE -> function++;
      case LOCALS -> codeStart = offset;
      case INSTR -> instruction = offset - codeStart;
      default -> {}
    }
  }

  @Override
  public void item(Item item) {
    switch (item.role()) {
      case CUSTOM_NAME -> {
        int from = (int) item.value();
        int to = from + (int) item.high();
        named = Arrays.equals(item.source(), from, to, NAME, 0, NAME.length);
      }
      case CONTENT -> {
        if (named) {
          named = false;
          open(item);
        }
      }
      case OPCODE -> opcode(item.opcode());
      default -> {}
    }
  }

  private void open(Item item) {
    int from = (int) item.value();
    Storage none = new Storage(MemoryBudget.root("branch hints", 0));
    ByteReader reader = new ByteReader(item.source(), from, from + (int) item.high(), none);
    functionsLeft = reader.length();
    hints = reader;
    nextFunction(reader);
  }

  private void nextFunction(ByteReader reader) {
    hintedFunction = functionsLeft > 0 ? reader.u32() : -1;
    hintsLeft = functionsLeft > 0 ? reader.length() : 0;
    functionsLeft--;
    nextHint(reader);
  }

  private void nextHint(ByteReader reader) {
    if (hintsLeft > 0) {
      int start = reader.offset();
      hintedOffset = reader.u32();
      boolean wellFormed = reader.u32() == HINT_BYTES && reader.u8() <= 1;
      if (!wellFormed) {
        reader.malformed(DecoderCode.MALFORMED_BRANCH_HINT, start, "");
      }
    }
  }

  private void opcode(@Nullable Opcode row) {
    ByteReader reader = hints;
    boolean hinted = function == hintedFunction && hintsLeft > 0 && instruction == hintedOffset;
    if (reader == null || !hinted) {
      return;
    }
    if (row != Opcode.IF && row != Opcode.BR_IF) {
      invalid(codeStart + instruction);
    }
    hintsLeft--;
    nextHint(reader);
  }

  @Override
  public void end(Part part, int offset) {
    ByteReader reader = hints;
    if (reader == null) {
      return;
    }
    if (part == Part.CODE && function == hintedFunction) {
      if (hintsLeft > 0) {
        invalid(codeStart + hintedOffset);
      }
      nextFunction(reader);
    }
    if (part == Part.MODULE && hintedFunction >= 0) {
      invalid(offset);
    }
  }

  private void invalid(int offset) {
    if (fault == null) {
      fault = new Fault.InvalidFault(DecoderCode.BRANCH_HINT_TARGET, offset, "");
    }
  }
}
