package dev.wrt.traceability;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/// The branches of one method that the unit tests of its own module took.
///
/// @param module folder of the module
/// @param className with its package, as the JVM names it
/// @param method its name, without parameters
/// @param missed branches that no test took
/// @param covered branches that a test took
record MethodCoverage(String module, String className, String method, int missed, int covered) {
  /// Where a module's report lies.
  static Path report(String module) {
    return Project.ROOT.resolve(module).resolve("target/site/jacoco/jacoco.xml");
  }

  /// What the reports of modules say; a module without a report adds nothing.
  static List<MethodCoverage> of(List<String> modules) {
    List<MethodCoverage> all = new ArrayList<>();
    for (String module : modules) {
      if (Files.exists(report(module))) {
        all.addAll(of(module, Project.xml(report(module))));
      }
    }
    return all;
  }

  static List<MethodCoverage> of(String module, Document report) {
    List<MethodCoverage> all = new ArrayList<>();
    NodeList methods = report.getElementsByTagName("method");
    for (int i = 0; i < methods.getLength(); i++) {
      Element method = (Element) methods.item(i);
      String owner = ((Element) method.getParentNode()).getAttribute("name").replace('/', '.');
      int missed = 0;
      int covered = 0;
      for (Node each = method.getFirstChild(); each != null; each = each.getNextSibling()) {
        if (each instanceof Element counter && counter.getAttribute("type").equals("BRANCH")) {
          missed = Integer.parseInt(counter.getAttribute("missed"));
          covered = Integer.parseInt(counter.getAttribute("covered"));
        }
      }
      all.add(new MethodCoverage(module, owner, method.getAttribute("name"), missed, covered));
    }
    return all;
  }
}
