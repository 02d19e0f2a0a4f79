package dev.wrt.decoder.component;

/// `sortidx`: a reference to a definition, by sort and index in that sort's index space.
///
/// @param sort which index space
/// @param idx the index in it
public record SortIdx(Sort sort, int idx) {}
