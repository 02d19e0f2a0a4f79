package dev.wrt.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.wrt.decoder.component.Component;
import dev.wrt.decoder.core.Export;
import dev.wrt.decoder.core.Import;
import dev.wrt.decoder.core.MemType;
import dev.wrt.decoder.core.Module;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/// Summaries of modules and components as text and as JSON.
final class SummaryText {
  private SummaryText() {}

  /// A module, for people.
  static String table(ModuleSummary summary) {
    Module module = summary.module();
    StringBuilder text = new StringBuilder();
    text.append("core module, ").append(module.length()).append(" bytes\n");
    text.append("sections:\n");
    for (ModuleSummary.Section section : summary.sections()) {
      String items = section.items() < 0 ? "" : ", " + section.items() + " items";
      text.append("  ").append(section.name()).append(": ").append(section.bytes());
      text.append(" bytes").append(items).append('\n');
    }
    text.append("imports:\n");
    for (Import wanted : module.imports()) {
      text.append("  ").append(wanted.module()).append(' ').append(wanted.name()).append(": ");
      text.append(ModuleSummary.words(wanted.desc())).append('\n');
    }
    text.append("exports:\n");
    for (Export export : module.exports()) {
      text.append("  ").append(export.name()).append(": ");
      text.append(ModuleSummary.words(module.externType(export))).append('\n');
    }
    text.append("memories:\n");
    for (int i = 0; i < module.memCount(); i++) {
      text.append("  ").append(i).append(": ").append(memory(module.memType(i))).append('\n');
    }
    text.append("features: ").append(String.join(", ", summary.features())).append('\n');
    text.append("code: ").append(module.funcs().size()).append(" functions, ");
    text.append(summary.instructions()).append(" instructions (").append(summary.fuelled());
    text.append(" cost fuel, ").append(summary.byLength()).append(" by length), ");
    text.append(summary.loops()).append(" loops, ").append(summary.calls()).append(" calls\n");
    return text.toString();
  }

  private static String memory(MemType type) {
    long page = type.pageBytes();
    String min = Long.toUnsignedString(type.bounds().min() * page);
    String max =
        type.bounds().hasMax()
            ? "at most " + Long.toUnsignedString(type.bounds().max()) + " pages"
            : "no maximum";
    return "at least " + min + " bytes, " + max + " of " + page + " bytes";
  }

  /// A component, for people.
  static String table(Component component, int length) {
    StringBuilder text = new StringBuilder();
    text.append("component, ").append(length).append(" bytes\n");
    text.append("imports:\n");
    component.type().imports().keySet().forEach(n -> text.append("  ").append(n).append('\n'));
    text.append("exports:\n");
    component.type().exports().keySet().forEach(n -> text.append("  ").append(n).append('\n'));
    text.append("core modules:\n");
    List<Module> modules = component.coreModules();
    for (int i = 0; i < modules.size(); i++) {
      Module module = modules.get(i);
      text.append("  ").append(i).append(": ").append(title(module)).append('\n');
    }
    return text.toString();
  }

  private static String title(Module module) {
    String name = module.names().moduleName();
    String size = module.length() + " bytes, " + module.funcs().size() + " functions";
    return name == null ? size : name + ", " + size;
  }

  /// A module, for machines.
  // [impl->req~cli-inspect~1]
  static String json(ModuleSummary summary) {
    Module module = summary.module();
    return json(json -> {
      json.writeStringField("kind", "module");
      json.writeNumberField("bytes", module.length());
      sections(json, summary);
      json.writeArrayFieldStart("imports");
      for (Import wanted : module.imports()) {
        json.writeStartObject();
        json.writeStringField("module", wanted.module());
        json.writeStringField("name", wanted.name());
        json.writeStringField("type", ModuleSummary.words(wanted.desc()));
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeArrayFieldStart("exports");
      for (Export export : module.exports()) {
        json.writeStartObject();
        json.writeStringField("name", export.name());
        json.writeStringField("type", ModuleSummary.words(module.externType(export)));
        json.writeEndObject();
      }
      json.writeEndArray();
      memories(json, module);
      strings(json, "features", summary.features());
      json.writeNumberField("functions", module.funcs().size());
      json.writeNumberField("instructions", summary.instructions());
      json.writeNumberField("instructionsThatCostFuel", summary.fuelled());
      json.writeNumberField("instructionsThatCostByLength", summary.byLength());
      json.writeNumberField("loops", summary.loops());
      json.writeNumberField("calls", summary.calls());
    });
  }

  private static void sections(JsonGenerator json, ModuleSummary summary) throws IOException {
    json.writeArrayFieldStart("sections");
    for (ModuleSummary.Section section : summary.sections()) {
      json.writeStartObject();
      json.writeStringField("name", section.name());
      json.writeNumberField("bytes", section.bytes());
      if (section.items() >= 0) {
        json.writeNumberField("items", section.items());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void memories(JsonGenerator json, Module module) throws IOException {
    json.writeArrayFieldStart("memories");
    for (int i = 0; i < module.memCount(); i++) {
      MemType type = module.memType(i);
      json.writeStartObject();
      json.writeNumberField("pageBytes", type.pageBytes());
      json.writeStringField("pagesMin", Long.toUnsignedString(type.bounds().min()));
      if (type.bounds().hasMax()) {
        json.writeStringField("pagesMax", Long.toUnsignedString(type.bounds().max()));
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /// A component, for machines.
  static String json(Component component, int length) {
    return json(json -> {
      json.writeStringField("kind", "component");
      json.writeNumberField("bytes", length);
      strings(json, "imports", component.type().imports().keySet());
      strings(json, "exports", component.type().exports().keySet());
      json.writeArrayFieldStart("coreModules");
      for (Module module : component.coreModules()) {
        json.writeStartObject();
        json.writeNumberField("bytes", module.length());
        json.writeNumberField("functions", module.funcs().size());
        json.writeEndObject();
      }
      json.writeEndArray();
    });
  }

  private static void strings(JsonGenerator json, String field, Iterable<? extends String> values)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }

  /// Writes the fields of an object.
  private interface Fields {
    void write(JsonGenerator json) throws IOException;
  }

  private static String json(Fields fields) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text).useDefaultPrettyPrinter()) {
      json.writeStartObject();
      fields.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a string writer does not fail", e);
    }
    return text + "\n";
  }
}
