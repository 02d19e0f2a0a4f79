package dev.wrt.traceability;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/// A small change that the mutation tool made to a class, and whether a test noticed.
///
/// @param module folder of the module
/// @param sourceFile name of the source, without folders
/// @param line its line, from 1
/// @param killed whether a test noticed
record Mutant(String module, String sourceFile, int line, boolean killed) {
  /// The mutants of all modules that have a report of them, which a fast build does not write; one
  /// that is older than the module's classes does not count.
  static List<Mutant> all() {
    List<Mutant> all = new ArrayList<>();
    for (String module : Project.MODULES) {
      Path target = Project.ROOT.resolve(module).resolve("target");
      Path report = target.resolve("pit-reports/mutations.xml");
      if (Files.exists(report) && !Project.stale(report, target)) {
        all.addAll(ofReport(module, Project.xml(report)));
      }
    }
    return all;
  }

  /// The mutants of a module's report.
  static List<Mutant> ofReport(String module, Document report) {
    List<Mutant> found = new ArrayList<>();
    NodeList mutations = report.getElementsByTagName("mutation");
    for (int i = 0; i < mutations.getLength(); i++) {
      Element mutation = (Element) mutations.item(i);
      found.add(
          new Mutant(
              module,
              text(mutation, "sourceFile"),
              Integer.parseInt(text(mutation, "lineNumber")),
              Boolean.parseBoolean(mutation.getAttribute("detected"))));
    }
    return found;
  }

  private static String text(Element mutation, String name) {
    return mutation.getElementsByTagName(name).item(0).getTextContent();
  }

  /// Whether it is in the method or class that a tag stands before.
  boolean isOf(Tag tag) {
    return module.equals(tag.module())
        && tag.source().endsWith(sourceFile)
        && line >= tag.line()
        && line <= tag.lastLine();
  }
}
