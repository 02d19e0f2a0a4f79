package dev.wrt.manual;

import java.util.ArrayList;
import java.util.List;

/// What is generated for the manual: files that the chapters include, and figures that they name.
///
/// Each figure is an attribute of AsciiDoc, so that a chapter that names one which does not exist
/// fails to render, and is listed with its source in `figures.csv`.
public final class Book {
  /// Where the generated files go, from the root.
  public static final String FOLDER = "safety-manual/target/generated/";

  private final Tree tree;
  private final List<Figure> figures = new ArrayList<>();

  /// A number, or a word, that the chapters name.
  ///
  /// @param name of the attribute
  /// @param value as it is printed
  /// @param source the file that it comes from
  record Figure(String name, String value, String source) {}

  /// Begins the book of a checkout.
  public Book(Tree tree) {
    this.tree = tree;
  }

  /// The files that the book is made of.
  public Tree tree() {
    return tree;
  }

  /// Writes a file that a chapter includes.
  ///
  /// @param name without folder and ending
  /// @param adoc its text
  public void table(String name, String adoc) {
    tree.write(FOLDER + name + ".adoc", adoc);
  }

  /// Gives a figure its value.
  ///
  /// @param name of the attribute, such as `suite-core-passed`
  /// @param value as it is printed
  /// @param source the file that it comes from
  // [impl->req~manual-figures~1]
  public void figure(String name, String value, String source) {
    figures.add(new Figure(name, value, source));
  }

  /// Gives a figure the value of a number.
  ///
  /// @param name of the attribute
  /// @param value the number
  /// @param source the file that it comes from
  public void figure(String name, long value, String source) {
    figure(name, Adoc.grouped(value), source);
  }

  /// Says of a figure that the build has not produced its file.
  ///
  /// @param name of the attribute
  /// @param source the file that it would come from
  public void missing(String name, String source) {
    figure(name, Adoc.NOT_MEASURED, source);
  }

  /// Writes the figures: as attributes, as a table of the manual, and as data.
  void writeFigures() {
    StringBuilder attributes = new StringBuilder();
    StringBuilder data = new StringBuilder("name,value,source\n");
    List<List<String>> rows = new ArrayList<>();
    for (Figure figure : figures) {
      attributes.append(":" + figure.name + ": " + figure.value + "\n");
      data.append("%s,\"%s\",%s\n".formatted(figure.name, figure.value, figure.source));
      rows.add(List.of(Adoc.code(figure.name), figure.value, Adoc.code(figure.source)));
    }
    table("figures", attributes.toString());
    table("figure-sources", Adoc.table("3,2,4", List.of("figure", "value", "source"), rows));
    tree.write(FOLDER + "figures.csv", data.toString());
  }
}
