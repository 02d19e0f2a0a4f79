package dev.wrt.component;

/// Something that happens inside or around a call, at a point that is not a call itself.
///
/// @param point what happens
/// @param component name of the component it happens in
/// @param subject the resource type, function or module concerned
/// @param amount how much, in the unit that {@link Point} states
public record Event(Point point, String component, String subject, long amount) {}
