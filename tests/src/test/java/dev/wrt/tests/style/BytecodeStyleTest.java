package dev.wrt.tests.style;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.instruction.InvokeInstruction;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The house style's rules on compiled code, found with the class-file API. */
class BytecodeStyleTest {
  private static final int METHOD_BYTES = 7_500;
  private static final List<String> NO_RECURSION = List.of("decoder", "engine", "component");
  private static final Set<String> REASONED = Exemptions.names("recursion.txt");

  private static final List<String> FORBIDDEN =
      List.of(
          "java/lang/Thread",
          "java/lang/reflect/",
          "java/util/ServiceLoader",
          "java/util/concurrent/Executor",
          "java/util/logging/",
          "java/lang/System$Logger",
          "org/slf4j/",
          "sun/misc/Unsafe",
          "jdk/internal/");

  static List<String> modules() {
    return Sources.CORE;
  }

  static List<String> modulesWithoutRecursion() {
    return NO_RECURSION;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("modules")
  @DisplayName("no method is too large for the just-in-time compiler")
  void methodSize(String module) throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : Sources.classes(module)) {
      ClassModel type = ClassFile.of().parse(file);
      for (MethodModel method : type.methods()) {
        int bytes =
            method
                .findAttribute(java.lang.classfile.Attributes.code())
                .map(CodeAttribute::codeLength)
                .orElse(0);
        boolean initializer = method.methodName().equalsString("<clinit>");
        if (bytes > METHOD_BYTES && !initializer) {
          found.add(name(type, method) + " has " + bytes + " bytes of code");
        }
      }
    }
    assertEquals("", String.join("\n", found));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("modules")
  @DisplayName("the core neither exits, nor starts threads, reflects or logs")
  void hostAccess(String module) throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : Sources.classes(module)) {
      ClassModel type = ClassFile.of().parse(file);
      for (PoolEntry entry : type.constantPool()) {
        if (entry instanceof ClassEntry used
            && FORBIDDEN.stream().anyMatch(used.asInternalName()::startsWith)) {
          found.add(type.thisClass().asInternalName() + " uses " + used.asInternalName());
        }
        if (entry instanceof MemberRefEntry member
            && member.owner().asInternalName().equals("java/lang/System")
            && member.name().equalsString("exit")) {
          found.add(type.thisClass().asInternalName() + " calls System.exit");
        }
      }
    }
    assertEquals("", String.join("\n", found));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("modulesWithoutRecursion")
  @DisplayName("no method can reach itself: depth is explicit and bounded")
  void recursion(String module) throws IOException {
    Map<String, Set<String>> calls = new TreeMap<>();
    for (Path file : Sources.classes(module)) {
      ClassModel type = ClassFile.of().parse(file);
      for (MethodModel method : type.methods()) {
        Set<String> callees = calls.computeIfAbsent(name(type, method), k -> new LinkedHashSet<>());
        method.code().ifPresent(code -> code.forEach(e -> addCallee(e, callees)));
      }
    }
    List<String> found = new ArrayList<>();
    for (String method : calls.keySet()) {
      if (!reasoned(method) && reaches(calls, method)) {
        found.add(method);
      }
    }
    assertEquals("", String.join("\n", found));
  }

  @Test
  @DisplayName("the recursion check sees a cycle of two methods and not a chain")
  void recursionCheck() {
    Map<String, Set<String>> calls = new HashMap<>();
    calls.put("a", Set.of("b"));
    calls.put("b", Set.of("c", "a"));
    calls.put("c", Set.of("d"));
    assertEquals(true, reaches(calls, "a"));
    assertEquals(false, reaches(calls, "c"));
  }

  private static void addCallee(CodeElement element, Set<String> callees) {
    if (element instanceof InvokeInstruction call) {
      callees.add(
          call.owner().asInternalName()
              + "."
              + call.name().stringValue()
              + call.type().stringValue());
    }
  }

  private static boolean reaches(Map<String, Set<String>> calls, String start) {
    Deque<String> open = new ArrayDeque<>(calls.getOrDefault(start, Set.of()));
    Set<String> seen = new LinkedHashSet<>();
    while (!open.isEmpty()) {
      String next = open.pop();
      if (next.equals(start)) {
        return true;
      }
      if (seen.add(next)) {
        open.addAll(calls.getOrDefault(next, Set.of()));
      }
    }
    return false;
  }

  private static boolean reasoned(String method) {
    String qualified = method.substring(0, method.indexOf('('));
    return REASONED.contains(qualified.substring(qualified.lastIndexOf('/') + 1));
  }

  private static String name(ClassModel type, MethodModel method) {
    return type.thisClass().asInternalName()
        + "."
        + method.methodName().stringValue()
        + method.methodType().stringValue();
  }
}
