package dev.wrt.tests.style;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import java.util.List;

/// Finds decisions for which branch coverage is not masking MC/DC.
///
/// With short-circuit operators, a set of tests that takes all branches of a decision shows the
/// independent effect of each condition, if each condition is reached by one path only, and each
/// operand of an operator can decide in one way only what follows (AdaCore, "Couverture", ERTS
/// 2012). The ways in which an expression can be true and false are counted: a condition has one of
/// each; `A && B` is true in T(B) ways and false in F(A) + F(B); `A || B` is true in T(A) + T(B)
/// and false in F(B); `!A` swaps. What stands left of `&&` may be true in one way only, and what
/// stands left of `||` false in one way only.
final class DecisionShape extends TreeScanner<Void, Void> {
  private static final int CONDITIONS = 4;

  private final CompilationUnitTree unit;
  private final SourcePositions positions;
  private final List<String> found;

  DecisionShape(CompilationUnitTree unit, SourcePositions positions, List<String> found) {
    this.unit = unit;
    this.positions = positions;
    this.found = found;
  }

  /// In how many ways an expression can be true and false, and of how many conditions it is.
  private record Ways(int toBeTrue, int toBeFalse, int conditions, boolean shaped) {
    static final Ways CONDITION = new Ways(1, 1, 1, true);
  }

  @Override
  public Void visitBinary(BinaryTree node, Void p) {
    if (!decides(node)) {
      return super.visitBinary(node, p);
    }
    decision(node);
    return null;
  }

  @Override
  public Void visitUnary(UnaryTree node, Void p) {
    if (node.getKind() != Tree.Kind.LOGICAL_COMPLEMENT) {
      return super.visitUnary(node, p);
    }
    decision(node);
    return null;
  }

  private void decision(ExpressionTree node) {
    Ways ways = ways(node);
    if (!ways.shaped()) {
      report(node, "a condition left of an operator decides in more than one way");
    }
    if (ways.conditions() > CONDITIONS) {
      report(node, ways.conditions() + " conditions");
    }
  }

  private static boolean decides(BinaryTree node) {
    return node.getKind() == Tree.Kind.CONDITIONAL_AND
        || node.getKind() == Tree.Kind.CONDITIONAL_OR;
  }

  private Ways ways(ExpressionTree node) {
    return switch (node) {
      case ParenthesizedTree inner -> ways(inner.getExpression());
      case UnaryTree not when not.getKind() == Tree.Kind.LOGICAL_COMPLEMENT -> {
        Ways a = ways(not.getExpression());
        yield new Ways(a.toBeFalse(), a.toBeTrue(), a.conditions(), a.shaped());
      }
      case BinaryTree both when decides(both) -> combined(both);
      default -> {
        // What is decided inside of a condition, such as an argument, is a decision of its own.
        scan(node, null);
        yield Ways.CONDITION;
      }
    };
  }

  private Ways combined(BinaryTree node) {
    Ways a = ways(node.getLeftOperand());
    Ways b = ways(node.getRightOperand());
    int conditions = a.conditions() + b.conditions();
    boolean shaped = a.shaped() && b.shaped();
    if (node.getKind() == Tree.Kind.CONDITIONAL_AND) {
      boolean single = a.toBeTrue() == 1;
      int toBeFalse = a.toBeFalse() + b.toBeFalse();
      return new Ways(b.toBeTrue(), toBeFalse, conditions, shaped && single);
    }
    boolean single = a.toBeFalse() == 1;
    return new Ways(a.toBeTrue() + b.toBeTrue(), b.toBeFalse(), conditions, shaped && single);
  }

  private void report(Tree node, String what) {
    LineMap lines = unit.getLineMap();
    String file = unit.getSourceFile().getName();
    long line = lines.getLineNumber(positions.getStartPosition(unit, node));
    String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    found.add(name + ":" + line + ": " + what + ": " + node);
  }
}
