package dev.wrt.embed;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a class whose objects are a resource of a host interface: a member class of the object
/// that is bound, see {@link Bindings#host}.
///
/// Its public methods are the resource's methods, its public static methods are static functions,
/// its public constructor is the constructor, and `close()` of an {@link AutoCloseable} is the
/// destructor. It is named after the class unless {@link WitName} says otherwise.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface WitResource {}
