package dev.wrt.decoder;

/// What a file may declare at most: each quantity that a few bytes of a file could make large.
///
/// A value above a limit is a {@link dev.wrt.bounded.Fault.LimitFault} that names the field; a
/// value equal to it is allowed. Limits bound time and depth; heap is bounded by the memory budget
/// as well.
///
/// Those of core modules:
///
/// @param bytes size of a file
/// @param types types of a module
/// @param recGroupTypes types of a recursion group
/// @param subtypeDepth types above a type
/// @param fields fields of a structure type
/// @param imports imports of a module
/// @param funcs functions that a module defines
/// @param tables tables of a module, imported ones included
/// @param mems memories of a module, imported ones included
/// @param globals globals of a module, imported ones included
/// @param tags tags of a module, imported ones included
/// @param exports exports of a module
/// @param elemSegments element segments of a module
/// @param elemItems items of an element segment
/// @param dataSegments data segments of a module
/// @param tableElements least size of a table, in elements
/// @param memoryPages least size of a memory, in its own pages
/// @param params parameters of a function type
/// @param results results of a function type
/// @param locals locals of a function, parameters included
/// @param functionBytes size of a function's code and local declarations
/// @param constBytes size of a constant expression
/// @param blockDepth blocks inside each other, the function itself included
/// @param operandHeight values on the operand stack of a function
/// @param branchTargets labels of a `br_table`, the default one not included
/// @param catches handlers of a `try_table`
/// @param arrayNewFixed operands of an `array.new_fixed`
/// @param nameBytes size of a name in UTF-8
/// @param customSections custom sections of a module or component
///
///   <p>Those of components:
/// @param componentDepth components, component types and instance types inside each other, the
///   outermost component included
/// @param coreModules core modules of a component, nested components included
/// @param definitions definitions of a component, nested components included
/// @param declarations declarations in a component type, instance type or module type
/// @param typeSize nodes of a type after all names in it are replaced by what they stand for
/// @param typeDepth types inside each other
/// @param typeParts fields, cases, flags, labels or parameters of one type
/// @param instantiationArgs arguments of an instantiation, or exports of an inline instance
/// @param canonOptions options of a canonical definition
// [impl->req~decoder-limits~1]
public record Limits(
    int bytes,
    int types,
    int recGroupTypes,
    int subtypeDepth,
    int fields,
    int imports,
    int funcs,
    int tables,
    int mems,
    int globals,
    int tags,
    int exports,
    int elemSegments,
    int elemItems,
    int dataSegments,
    long tableElements,
    long memoryPages,
    int params,
    int results,
    int locals,
    int functionBytes,
    int constBytes,
    int blockDepth,
    int operandHeight,
    int branchTargets,
    int catches,
    int arrayNewFixed,
    int nameBytes,
    int customSections,
    int componentDepth,
    int coreModules,
    int definitions,
    int declarations,
    int typeSize,
    int typeDepth,
    int typeParts,
    int instantiationArgs,
    int canonOptions) {
  private static final Limits STANDARD =
      new Limits(
          256 << 20, // bytes
          1_000_000, // types
          1_000_000, // recGroupTypes
          63, // subtypeDepth
          10_000, // fields
          1_000_000, // imports
          1_000_000, // funcs
          100, // tables
          100, // mems
          1_000_000, // globals
          1_000_000, // tags
          1_000_000, // exports
          100_000, // elemSegments
          10_000_000, // elemItems
          100_000, // dataSegments
          Long.MAX_VALUE, // tableElements: what is too large is refused when it is to be allocated
          Long.MAX_VALUE, // memoryPages: likewise
          1_000, // params
          1_000, // results
          50_000, // locals
          7_654_321, // functionBytes
          65_536, // constBytes
          10_000, // blockDepth
          50_000, // operandHeight
          65_520, // branchTargets
          65_520, // catches
          10_000, // arrayNewFixed
          100_000, // nameBytes
          10_000, // customSections
          32, // componentDepth
          1_000, // coreModules
          1_000_000, // definitions
          100_000, // declarations
          1_000_000, // typeSize
          100, // typeDepth
          10_000, // typeParts
          10_000, // instantiationArgs
          100); // canonOptions

  /// Limits that the output of all known toolchains stays below; where the WebAssembly JavaScript
  /// interface has a number for a limit ("Implementation-defined Limits"), it is that one.
  public static Limits standard() {
    return STANDARD;
  }
}
