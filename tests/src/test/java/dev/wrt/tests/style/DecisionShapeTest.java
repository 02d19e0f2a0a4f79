package dev.wrt.tests.style;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The decisions of the modules that run guests have a shape by which branch coverage is MC/DC.
// [utest->req~gate-decisions~1]
class DecisionShapeTest {
  static List<String> modules() {
    return Sources.CORE;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("modules")
  @DisplayName("no decision has more than four conditions, or one that decides in two ways")
  void decisions(String module) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      assertEquals(
          "", findings(compiler, files, files.getJavaFileObjectsFromPaths(Sources.java(module))));
    }
  }

  private static String findings(
      JavaCompiler compiler,
      StandardJavaFileManager files,
      Iterable<? extends JavaFileObject> sources)
      throws IOException {
    List<String> options = List.of("-proc:none");
    JavacTask task = (JavacTask) compiler.getTask(null, files, d -> {}, options, null, sources);
    List<String> found = new ArrayList<>();
    for (CompilationUnitTree unit : task.parse()) {
      new DecisionShape(unit, Trees.instance(task).getSourcePositions(), found).scan(unit, null);
    }
    return String.join("\n", found);
  }

  /// A class with one decision.
  private static final class Snippet extends SimpleJavaFileObject {
    private final String decision;

    Snippet(String decision) {
      super(URI.create("string:///A.java"), Kind.SOURCE);
      this.decision = decision;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return "class A { boolean x = " + decision + "; }";
    }
  }

  @ParameterizedTest
  @CsvSource({
    "a, 0",
    "a && b && c && d, 0",
    "a || b || c || d, 0",
    "a && b && c && d && e, 1",
    "a && (b || c), 0",
    "a || b && c, 0",
    "a || (b && c), 0",
    "a && b || c, 1", // false in two ways: by a, and by b
    "(a || b) && c, 1", // true in two ways
    "(a && b || c) && d, 1",
    "!(a || b) && c, 0", // not true by a or by b: false in one way each, true in one
    "!(a && b) || c, 0",
    "!(a && b) && c, 1",
    "!(a || b) || c, 1",
    "!a && (b || !c), 0",
    "!(!a || b) && c, 0",
    "f(a && b || c), 1", // a decision of its own
    "f(a || b) && c, 0",
    "a ? b && c || d : e, 1",
    "(a == (b || c)) && d, 0",
    "a && b && (c || d || e), 1",
    "a && (b || c && (d || e)), 1"
  })
  @DisplayName("ways to be true and false are counted through operators, complements and brackets")
  void snippets(String decision, int expected) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      String found = findings(compiler, files, List.of(new Snippet(decision)));
      assertEquals(expected, found.isEmpty() ? 0 : 1, found);
    }
  }
}
