package dev.wrt.embed;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Says which name of WIT is meant where it can't be told from the Java name: a keyword of Java, or
/// a function with an annotated name such as `[static]counter.larger`.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface WitName {
  /// The name as WIT spells it.
  String value();
}
