package dev.wrt.traceability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/// Runs the mutation tool over safety functions and records what it says.
///
/// `full` takes all of them and writes the table that is kept with the sources. `slice` takes those
/// whose source has changed since, and a few more as a sample, within a stated time, and writes
/// what the gate reads besides: a class that it did not come to stays stale, which the trace finds.
/// `classes A,B` takes these and writes the table.
final class MutationRun {
  /// Classes that every slice takes: one of each module, small.
  private static final List<String> SAMPLE =
      List.of("dev.wrt.decoder.core.LocalInits", "dev.wrt.engine.TrapSignal");

  /// Tests that take long, because they look for what others don't expect.
  private static final String SLOW =
      "*Hostile*,*.ComponentTest,*OracleTest*,*Property*,*Kernels*,*Dispatch*,*Detach*,*Numerics*"
          + ",*Interleaving*,*Replay*";

  private final long minutes;
  private final Map<String, MutationRecord> records;

  private MutationRun(long minutes, List<MutationRecord> records) {
    this.minutes = minutes;
    this.records = new TreeMap<>();
    records.forEach(each -> this.records.put(each.className(), each));
  }

  /// @param args `full`, `slice` or `classes A,B`; minutes for each module
  public static void main(String[] args) throws IOException, InterruptedException {
    boolean slice = args[0].equals("slice");
    boolean some = args[0].equals("classes");
    long minutes = Long.parseLong(args[args.length - 1]);
    MutationRun run = new MutationRun(minutes, MutationRecord.kept());
    List<SafetyClass> targets = slice ? run.sliced() : run.all();
    if (some) {
      List<String> named = List.of(args[1].split(","));
      targets = targets.stream().filter(each -> named.contains(each.name())).toList();
    }
    Map<String, List<SafetyClass>> byModule =
        targets.stream()
            .collect(
                Collectors.groupingBy(
                    SafetyClass::module, LinkedHashMap::new, Collectors.toList()));
    Path to = slice ? MutationRecord.RENEWED : Project.MUTATION_RECORDS;
    for (Map.Entry<String, List<SafetyClass>> each : byModule.entrySet()) {
      run.mutate(each.getKey(), each.getValue());
      Project.write(to, run.csv(run.all()));
    }
  }

  private List<SafetyClass> all() {
    return SafetyClass.all().stream()
        .filter(each -> !each.strict() && Files.exists(Project.ROOT.resolve(each.source())))
        .toList();
  }

  private List<SafetyClass> sliced() {
    MutationGate gate =
        new MutationGate(all(), MutationGate.projectOpen(), List.copyOf(records.values()));
    List<SafetyClass> stale = gate.stale(MutationRun::sha256);
    System.out.println("changed since the last full run: " + stale.size() + " classes");
    return all().stream()
        .filter(each -> stale.contains(each) || SAMPLE.contains(each.name()))
        .toList();
  }

  private static String sha256(SafetyClass each) {
    return Item.sha256(Project.text(Project.ROOT.resolve(each.source())));
  }

  private void mutate(String module, List<SafetyClass> classes)
      throws IOException, InterruptedException {
    Path folder = Project.ROOT.resolve(module);
    Path report = Path.of("target", "mutation", module).toAbsolutePath();
    Files.deleteIfExists(report.resolve("mutations.xml"));
    Files.createDirectories(report);
    Map<String, String> sources =
        classes.stream().collect(Collectors.toMap(SafetyClass::name, MutationRun::sha256));
    Process process =
        new ProcessBuilder(command(folder.toAbsolutePath().normalize(), report, classes))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(report.resolve("log.txt").toFile())
            .start();
    boolean ended = process.waitFor(minutes, TimeUnit.MINUTES);
    if (!ended) {
      Stream.concat(process.descendants(), Stream.of(process.toHandle()))
          .forEach(ProcessHandle::destroyForcibly);
    }
    Path xml = report.resolve("mutations.xml");
    if (!ended || !Files.exists(xml)) {
      System.out.println(module + ": not done in " + minutes + " minutes, see " + report);
      return;
    }
    record(Project.xml(xml), classes, sources);
  }

  private static List<String> command(Path folder, Path report, List<SafetyClass> classes) {
    Function<String, String> globs =
        end -> classes.stream().map(each -> each.name() + end).collect(Collectors.joining(","));
    Path code = folder.resolve("target/classes");
    String path =
        String.join(
            System.getProperty("path.separator"),
            folder.resolve("target/test-classes").toString(),
            code.toString(),
            System.getProperty("java.class.path"));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", path));
    command.add("org.pitest.mutationtest.commandline.MutationCoverageReport");
    command.addAll(List.of("--reportDir", report.toString(), "--timestampedReports", "false"));
    command.addAll(List.of("--sourceDirs", "src/main/java", "--mutators", "STRONGER"));
    command.addAll(List.of("--targetClasses", globs.apply("") + "," + globs.apply("$*")));
    command.addAll(List.of("--targetTests", "dev.wrt." + folder.getFileName() + ".*"));
    command.addAll(List.of("--excludedTestClasses", SLOW));
    command.addAll(List.of("--mutableCodePaths", code.toString()));
    command.addAll(List.of("--outputFormats", "XML", "--timeoutConst", "2000"));
    command.addAll(List.of("--threads", Integer.getInteger("mutation.threads", 2).toString()));
    command.add("--jvmArgs=-XX:TieredStopAtLevel=1,-XX:+UseSerialGC");
    return command;
  }

  /// @param sources hashes of the sources at the start of the run
  private void record(Document report, List<SafetyClass> classes, Map<String, String> sources) {
    Map<String, int[]> counts = new TreeMap<>();
    classes.forEach(each -> counts.put(each.name(), new int[2]));
    NodeList mutations = report.getElementsByTagName("mutation");
    for (int i = 0; i < mutations.getLength(); i++) {
      Element mutation = (Element) mutations.item(i);
      String name = mutation.getElementsByTagName("mutatedClass").item(0).getTextContent();
      int[] count = counts.get(name.replaceFirst("\\$.*", ""));
      count[0]++;
      count[1] += Boolean.parseBoolean(mutation.getAttribute("detected")) ? 1 : 0;
    }
    for (SafetyClass each : classes) {
      int[] count = counts.get(each.name());
      System.out.printf("%s %d of %d mutants noticed%n", each.name(), count[1], count[0]);
      records.put(
          each.name(),
          new MutationRecord(
              each.module(), each.name(), sources.get(each.name()), count[0], count[1], 0));
    }
  }

  /// The table of the listed classes' records.
  private String csv(List<SafetyClass> classes) {
    return MutationRecord.HEAD
        + classes.stream()
            .filter(each -> records.containsKey(each.name()))
            .map(each -> records.get(each.name()).csv())
            .collect(Collectors.joining());
  }
}
