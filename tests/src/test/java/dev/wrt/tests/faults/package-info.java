/// The fault-injection campaign: real guests run, and while they do, what the host keeps for them
/// is damaged behind the API. Counted is what becomes of it, per level, area and class of fault.
///
/// Reading order: {@link dev.wrt.tests.faults.FaultClass} (what is done), {@link
/// dev.wrt.tests.faults.Area} (where), {@link dev.wrt.tests.faults.Guests} (while what runs),
/// {@link dev.wrt.tests.faults.Trial} (one injection and its end), {@link
/// dev.wrt.tests.faults.Campaign} (all of them), {@link dev.wrt.tests.faults.Promises} (what must
/// be detected).
package dev.wrt.tests.faults;
