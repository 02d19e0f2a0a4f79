package dev.wrt.decoder.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.bounded.MemoryBudget;
import dev.wrt.decoder.Limits;
import dev.wrt.decoder.component.ComponentFuncType.Param;
import dev.wrt.decoder.component.ValType.Case;
import dev.wrt.decoder.component.ValType.Field;
import dev.wrt.decoder.component.ValType.FlagsType;
import dev.wrt.decoder.component.ValType.ListType;
import dev.wrt.decoder.component.ValType.OptionType;
import dev.wrt.decoder.component.ValType.RecordType;
import dev.wrt.decoder.component.ValType.TupleType;
import dev.wrt.decoder.component.ValType.VariantType;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Resolved types: sizes, flattening, equality, and how a runtime resolves with its own resources.
final class TypeTest {
  /// A resource type of a runtime.
  private record Named(String name) implements ResourceType {}

  /// Size and alignment in linear memory are those of CanonicalABI.md.
  @Test
  void sizes() {
    ValType record =
        new RecordType(
            List.of(
                new Field("a", PrimValType.U8),
                new Field("b", PrimValType.U64),
                new Field("c", PrimValType.U16)));
    assertEquals(new TypeInfo.Size(24, 8), record.info().memory32());
    assertEquals(new TypeInfo.Size(8, 4), PrimValType.STRING.info().memory32());
    assertEquals(new TypeInfo.Size(16, 8), PrimValType.STRING.info().memory64());
    assertEquals(new TypeInfo.Size(12, 4), new OptionType(PrimValType.STRING).info().memory32());
    assertEquals(
        new TypeInfo.Size(4, 4), new FlagsType(Collections.nCopies(17, "x")).info().memory32());
    assertEquals(2, TypeInfo.discriminantBytes(257));
  }

  /// A variant flattens to its discriminant and the join of its payloads, position by position.
  @Test
  void flattening() {
    ValType variant =
        new VariantType(
            List.of(
                new Case("f", Optional.of(PrimValType.F32)),
                new Case("i", Optional.of(PrimValType.U32)),
                new Case("s", Optional.of(PrimValType.STRING)),
                new Case("d", Optional.of(PrimValType.F64))));
    assertEquals("[i32, i64, i32]", variant.info().flat().toString());
  }

  /// More than 16 parameters, and more than one result, are passed in memory.
  @Test
  void signatures() {
    ValType five = new TupleType(Collections.nCopies(5, PrimValType.U64));
    ComponentFuncType fits = func(five, five, five, PrimValType.U8);
    assertEquals(16, CoreSignature.lift(fits, CanonOpts.NONE).paramCount());
    assertEquals("[i32]", CoreSignature.lift(fits, CanonOpts.NONE).results().toString());
    assertEquals(17, CoreSignature.lower(fits, CanonOpts.NONE).paramCount());
    assertEquals(0, CoreSignature.lower(fits, CanonOpts.NONE).resultCount());
    ComponentFuncType spills = func(five, five, five, PrimValType.STRING);
    assertTrue(CoreSignature.spillsParams(spills, CoreSignature.FLAT_PARAMS_MAX));
    assertEquals("[i32]", CoreSignature.lift(spills, CanonOpts.NONE).params().toString());
    assertEquals("[i32, i32]", CoreSignature.lower(spills, CanonOpts.NONE).params().toString());
  }

  private static ComponentFuncType func(ValType... params) {
    return new ComponentFuncType(
        List.of(params).stream().map(t -> new Param("p", t)).toList(),
        Optional.of(PrimValType.STRING));
  }

  /// Equality looks at structure, labels and resource types.
  @Test
  void equality() {
    ValType a = new RecordType(List.of(new Field("x", new ListType(PrimValType.U8))));
    ValType b = new RecordType(List.of(new Field("x", new ListType(PrimValType.U8))));
    ValType c = new RecordType(List.of(new Field("y", new ListType(PrimValType.U8))));
    assertTrue(TypeMatching.equal(a, b));
    assertFalse(TypeMatching.equal(a, c));
    assertFalse(TypeMatching.equal(PrimValType.U8, PrimValType.S8));
    ResourceType r = new Named("r");
    ResourceType same = new Named("r");
    assertTrue(TypeMatching.equal(new ValType.OwnType(r), new ValType.OwnType(r)));
    assertFalse(TypeMatching.equal(new ValType.OwnType(r), new ValType.OwnType(same)));
    assertFalse(TypeMatching.equal(new ValType.OwnType(r), new ValType.BorrowType(r)));
  }

  /// A runtime resolves an imported instance's type and puts the host's resource types into it; one
  /// type stays one type.
  @Test
  void substitutionOfTheHostsResources() {
    MemoryBudget budget = MemoryBudget.root("test", Bytes.BUDGET);
    Component component = Bytes.valid(Bytes.resource("everything.wasm"));
    TypeScope scope = Bytes.value(TypeScope.create(null, Limits.standard(), budget));
    Definition.Type types = (Definition.Type) component.definitions().get(0);
    Definition.Import things = (Definition.Import) component.definitions().get(1);
    scope.add(Bytes.value(scope.resolve(types.type())));
    InstanceType declared = (InstanceType) Bytes.value(scope.resolve(things.type()));
    ResourceType actual = new Named("thing");
    InstanceType bound =
        (InstanceType)
            Bytes.value(
                scope.substitute(declared, Map.of(declared.resources().getFirst(), actual)));
    ComponentFuncType make =
        assertInstanceOf(ComponentFuncType.class, bound.exports().get("[constructor]thing"));
    assertSame(actual, ((ValType.OwnType) make.result().orElseThrow()).resource());
    ExternType.OfType point = (ExternType.OfType) bound.exports().get("point");
    assertSame(point.type(), make.params().getFirst().type());
    scope.close();
    assertEquals(0, budget.reservedBytes());
  }
}
