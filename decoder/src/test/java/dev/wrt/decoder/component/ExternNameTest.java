package dev.wrt.decoder.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.bounded.Fault;
import dev.wrt.decoder.Features;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Names of imports and exports, their parts, and which versions may stand for which.
// [utest->req~component-names~1]
final class ExternNameTest {
  /// Each form of a name is taken apart.
  @Test
  void formsOfNames() {
    assertEquals(new ExternName.Plain("get-JSON"), parsed("get-JSON"));
    assertEquals(new ExternName.Constructor("[constructor]r", "r"), parsed("[constructor]r"));
    assertEquals(new ExternName.Method("[method]r.f", "r", "f"), parsed("[method]r.f"));
    assertEquals(new ExternName.Static("[static]r.f", "r", "f"), parsed("[static]r.f"));
    assertEquals(
        new ExternName.Interface("a:b/c@1.2.3-rc.1+b", "a", "b", "c", Optional.of("1.2.3-rc.1+b")),
        parsed("a:b/c@1.2.3-rc.1+b"));
  }

  /// What is not of the grammar is refused.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "a_b",
        "aB",
        "a--b",
        "a-",
        "-a",
        "é",
        "[method]r",
        "[method]r.",
        "[static].f",
        "[other]r",
        "a:b",
        "a:b/",
        "a:b/c/d",
        "a:b:c/d",
        "A:b/c",
        "a:B/c",
        "a:b/c@",
        "a:b/c@1",
        "a:b/c@1.2",
        "a:b/c@01.2.3",
        "a:b/c@1.2.3-01",
        "a:b/c@1.2.3-",
        "a:b/c@1.2.3+",
        "a:b/c@1.2.3+x_y",
        "a:b/c@1.2.3.4"
      })
  void refusedNames(String name) {
    Fault fault = Bytes.fault(new ExternNameParser(name, 0, Features.NONE).parse());
    assertEquals(ValidationCode.BAD_EXTERN_NAME, fault.code());
  }

  /// With their features, names may be nested and versions canonical; the parts are kept together.
  @Test
  void features() {
    assertEquals(
        new ExternName.Interface("a:b:c/d/e@0.2", "a:b", "c", "d/e", Optional.of("0.2")),
        parsed("a:b:c/d/e@0.2"));
  }

  /// A canonical version ends with its first number that is not 0.
  @ParameterizedTest
  @CsvSource({
    "1, true",
    "10, true",
    "0.2, true",
    "0.0.3, true",
    "0.0.0, true",
    "0, false",
    "0.0, false",
    "0.0.0.1, false",
    "1.2, false",
    "01, false",
    "0.x, false",
    "0., false",
    "'', false"
  })
  void canonicalVersions(String version, boolean canonical) {
    assertEquals(canonical, Semver.isCanonical(version));
  }

  /// Versions that have their canonical version in common are compatible, both ways.
  @ParameterizedTest(name = "{0} and {1}: {2}")
  @CsvSource({
    "0.2.3, 0.2.12, true",
    "0.2.0, 0.2.0, true",
    "0.2.3, 0.3.0, false",
    "0.2.0-rc.1, 0.2.6, true",
    "1.0.0, 1.9.3, true",
    "1.0.0, 2.0.0, false",
    "10.0.0, 1.0.0, false",
    "0.0.1, 0.0.1, true",
    "0.0.1, 0.0.2, false",
    "0.0.0, 0.0.0-a, true",
    "0.10.0, 0.1.0, false",
  })
  void compatibility(String a, String b, boolean compatible) {
    assertEquals(compatible, ExternName.compatible("x:y/z@" + a, "x:y/z@" + b));
    assertEquals(compatible, ExternName.compatible("x:y/z@" + b, "x:y/z@" + a));
  }

  /// Only names of the same interface are compatible, and one without a version only with itself.
  @Test
  void compatibilityOfNames() {
    assertTrue(ExternName.compatible("x:y/z", "x:y/z"));
    assertTrue(!ExternName.compatible("x:y/z", "x:y/z@1.0.0"));
    assertTrue(!ExternName.compatible("x:y/z@1.0.0", "x:y/w@1.0.0"));
    assertTrue(ExternName.compatible("plain", "plain"));
  }

  /// Strong uniqueness: the names of Explainer.md that conflict have the same form.
  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource({
    "FOO, foo",
    "foo-BAR, foo-bar",
    "[constructor]FOO, [constructor]foo",
    "[method]foo.BAR, foo.bar",
    "[static]foo.bar, foo.bar",
    "[method]foo.foo, foo",
    "[static]foo-BAR.FOO-bar, foo-bar",
    "foo:bar/BAZ, foo:bar/baz",
  })
  void uniqueForms(String name, String form) {
    assertEquals(form, parsed(name).uniqueForm());
  }

  private static ExternName parsed(String name) {
    return Bytes.value(ExternName.parse(name));
  }
}
