/// The safety manual's tables and figures, and the ledger of claims.
///
/// Everything that the manual states as a number, a code, a limit or an item of a list is read here
/// from the sources and from what the build has produced, and written as AsciiDoc; what a build has
/// not produced is said not to have been measured. Then the ledger compares the numbers that are
/// written by hand, in the README and in the chapters, with the files that they come from.
///
/// Entry point: {@link dev.wrt.manual.Main}. Reading order: `Tree`, `Csv`, `Adoc`, `Book`, then a
/// class for each kind of table, then `Ledger`.
package dev.wrt.manual;
