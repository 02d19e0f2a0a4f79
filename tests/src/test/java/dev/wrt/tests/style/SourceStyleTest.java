package dev.wrt.tests.style;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The house style's rules on source text: what can be counted is counted here. */
class SourceStyleTest {
  private static final int METHOD_LINES = 60;
  private static final int FILE_LINES = 500;
  private static final int COLUMNS = 100;
  private static final int PARAMETERS = 5;
  private static final int NESTING = 3;
  private static final Pattern LEFTOVER = Pattern.compile("\\b(TODO|FIXME|XXX)\\b");
  private static final Pattern NAME =
      Pattern.compile(".*(Impl|Base|Util|Utils|Helper|Manager)|Abstract.*");

  /** Switches that only dispatch; their cases are one to three lines. */
  private static final Set<String> DISPATCH = Exemptions.names("dispatch-methods.txt");

  /** Tables that are longer than a file may be. */
  private static final Set<String> TABLES = Exemptions.names("table-files.txt");

  static List<String> modules() {
    return Sources.PRODUCT;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("modules")
  @DisplayName("files and lines stay within their length, and nothing is left to be done")
  void text(String module) throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : Sources.java(module)) {
      List<String> lines = Files.readAllLines(file);
      String name = file.getFileName().toString();
      if (lines.size() > FILE_LINES && !TABLES.contains(name)) {
        found.add(file + ": " + lines.size() + " lines");
      }
      for (int i = 0; i < lines.size(); i++) {
        String line = lines.get(i);
        if (line.length() > COLUMNS && !line.startsWith("import ")) {
          found.add(file + ":" + (i + 1) + ": " + line.length() + " columns");
        }
        if (LEFTOVER.matcher(line).find()) {
          found.add(file + ":" + (i + 1) + ": " + line.strip());
        }
      }
    }
    assertEquals("", String.join("\n", found));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("modules")
  @DisplayName(
      "methods stay within their length, parameters and nesting; names say what a thing is")
  void shape(String module) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> found = new ArrayList<>();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  files,
                  d -> {},
                  List.of("-proc:none"),
                  null,
                  files.getJavaFileObjectsFromPaths(Sources.java(module)));
      for (CompilationUnitTree unit : task.parse()) {
        new Shape(unit, Trees.instance(task), found).scan(unit, null);
      }
    }
    assertEquals("", String.join("\n", found));
  }

  /** Measures each method of a file. */
  private static final class Shape extends TreePathScanner<Void, Void> {
    private final CompilationUnitTree unit;
    private final Trees trees;
    private final List<String> found;
    private String type = "";

    Shape(CompilationUnitTree unit, Trees trees, List<String> found) {
      this.unit = unit;
      this.trees = trees;
      this.found = found;
    }

    @Override
    public Void visitClass(com.sun.source.tree.ClassTree node, Void p) {
      String outer = type;
      type = node.getSimpleName().toString();
      if (NAME.matcher(type).matches()) {
        report(node, type, "is a name that says nothing");
      }
      super.visitClass(node, p);
      type = outer;
      return null;
    }

    @Override
    public Void visitMethod(MethodTree node, Void p) {
      String name = type + "." + node.getName();
      long lines = line(end(node)) - line(start(node)) + 1;
      if (lines > METHOD_LINES && !DISPATCH.contains(name)) {
        report(node, name, "has " + lines + " lines");
      }
      if (node.getParameters().size() > PARAMETERS && !node.getName().contentEquals("<init>")) {
        report(node, name, "has " + node.getParameters().size() + " parameters");
      }
      if (node.getBody() != null) {
        int depth = new Nesting().depth(node.getBody());
        if (depth > NESTING && !DISPATCH.contains(name)) {
          report(node, name, "nests " + depth + " deep");
        }
      }
      return super.visitMethod(node, p);
    }

    private void report(Tree node, String name, String what) {
      String file = Path.of(unit.getSourceFile().toUri()).getFileName().toString();
      found.add(file + ":" + line(start(node)) + ": " + name + " " + what);
    }

    private long start(Tree node) {
      return trees.getSourcePositions().getStartPosition(unit, node);
    }

    private long end(Tree node) {
      return trees.getSourcePositions().getEndPosition(unit, node);
    }

    private long line(long position) {
      return unit.getLineMap().getLineNumber(position);
    }
  }

  /** The deepest nesting of control structures; an {@code else if} does not nest. */
  private static final class Nesting extends com.sun.source.util.TreeScanner<Void, Integer> {
    private static final Set<Tree.Kind> LOOPS_AND_SWITCHES =
        Set.of(
            Tree.Kind.FOR_LOOP,
            Tree.Kind.ENHANCED_FOR_LOOP,
            Tree.Kind.WHILE_LOOP,
            Tree.Kind.DO_WHILE_LOOP,
            Tree.Kind.SWITCH,
            Tree.Kind.SWITCH_EXPRESSION);

    private int deepest;

    int depth(BlockTree body) {
      scan(body, 0);
      return deepest;
    }

    private void enter(int depth) {
      deepest = Math.max(deepest, depth);
    }

    @Override
    public Void visitIf(IfTree node, Integer depth) {
      enter(depth + 1);
      scan(node.getCondition(), depth);
      scan(node.getThenStatement(), depth + 1);
      boolean chain = node.getElseStatement() instanceof IfTree;
      scan(node.getElseStatement(), chain ? depth : depth + 1);
      return null;
    }

    @Override
    public Void scan(Tree node, Integer depth) {
      if (node == null || !LOOPS_AND_SWITCHES.contains(node.getKind())) {
        return super.scan(node, depth);
      }
      enter(depth + 1);
      return super.scan(node, depth + 1);
    }
  }
}
