package dev.wrt.component;

import dev.wrt.bounded.Fault;
import dev.wrt.component.value.Values;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// An interceptor that writes down what it is asked, and decides what the test tells it to.
class Recorder implements Interceptor {
  private final String name;
  private final List<String> log;
  private final Set<Point> points = EnumSet.noneOf(Point.class);

  Recorder(String name, List<String> log) {
    this.name = name;
    this.log = log;
  }

  static Recorder of(String name) {
    return new Recorder(name, new ArrayList<>());
  }

  Recorder watching(Point first, Point... rest) {
    points.addAll(EnumSet.of(first, rest));
    return this;
  }

  List<String> log() {
    return log;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean watches(Point point) {
    return points.contains(point);
  }

  @Override
  public Verdict before(CallSite site, Values arguments) {
    log.add(name + " before " + word(site));
    return Verdict.CONTINUE;
  }

  @Override
  public Verdict after(CallSite site, Values results) {
    log.add(name + " after " + word(site));
    return Verdict.CONTINUE;
  }

  @Override
  public void aborted(CallSite site, Fault fault) {
    log.add(name + " aborted " + word(site));
  }

  @Override
  public Verdict onEvent(Event event) {
    log.add(event.point() + " " + event.subject() + " " + event.amount());
    return Verdict.CONTINUE;
  }

  static String word(CallSite site) {
    return site.direction() + " " + site.name() + " " + site.depth();
  }
}
