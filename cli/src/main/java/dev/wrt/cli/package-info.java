/// The command wrtd.
package dev.wrt.cli;
