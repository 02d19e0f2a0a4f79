package dev.wrt.component.abi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Result;
import dev.wrt.component.value.ReadableEnd;
import dev.wrt.component.value.Value.Handle;
import dev.wrt.decoder.component.ResourceType;
import dev.wrt.decoder.component.ValType;
import java.util.List;

/// A handle table that expects to be used as the specification's was, and answers as it did.
final class Transcript implements HandleScope {
  private final Tokens uses;

  /// @param uses the section of handles of a case
  Transcript(Tokens uses) {
    this.uses = uses;
  }

  /// Whether it was used as often as expected.
  boolean isComplete() {
    return !uses.hasNext();
  }

  private static <T> Result<T> trap() {
    return Result.err(new Fault.Trap(AbiCode.INVALID_CHAR, "the table's trap", List.of()));
  }

  /// The words of the answer to a use.
  private String answer(String kind, String given) {
    assertEquals(kind, uses.hasNext() ? uses.word() : "no use of the table");
    assertEquals(given, uses.word(), kind);
    return uses.word();
  }

  private String answer(String kind, ResourceType type, String given) {
    assertEquals(kind, uses.hasNext() ? uses.word() : "no use of the table");
    assertEquals(((Tokens.Resource) type).number(), uses.number());
    assertEquals(given, uses.word(), kind);
    return uses.word();
  }

  private static Result<Handle> handle(String answer, ResourceType type, boolean own) {
    return answer.equals("trap")
        ? trap()
        : Result.ok(new Handle(type, Integer.parseUnsignedInt(answer), own));
  }

  private static Result<Integer> index(String answer) {
    return answer.equals("trap") ? trap() : Result.ok(Integer.parseUnsignedInt(answer));
  }

  @Override
  public Result<Handle> liftOwn(int index, ResourceType type) {
    return handle(answer("own", type, Integer.toUnsignedString(index)), type, true);
  }

  @Override
  public Result<Handle> liftBorrow(int index, ResourceType type) {
    return handle(answer("borrow", type, Integer.toUnsignedString(index)), type, false);
  }

  @Override
  public Result<Integer> lowerOwn(Handle handle) {
    return index(answer("own", handle.type(), Integer.toUnsignedString(handle.rep())));
  }

  @Override
  public Result<Integer> lowerBorrow(Handle handle) {
    return index(answer("borrow", handle.type(), Integer.toUnsignedString(handle.rep())));
  }

  @Override
  public Result<ReadableEnd> liftEnd(int index, ValType type) {
    String answer = answer("end", Integer.toUnsignedString(index));
    return answer.equals("trap")
        ? trap()
        : Result.ok(new Tokens.End(Integer.parseInt(answer), type));
  }

  @Override
  public Result<Integer> lowerEnd(ReadableEnd end, ValType type) {
    assertEquals(type, end.type());
    return index(answer("end", String.valueOf(((Tokens.End) end).number())));
  }

  @Override
  public Result<String> liftErrorContext(int index) {
    String answer = answer("error-context", Integer.toUnsignedString(index));
    return answer.equals("trap") ? trap() : Result.ok(answer);
  }

  @Override
  public Result<Integer> lowerErrorContext(String debugMessage) {
    return index(answer("error-context", debugMessage));
  }
}
