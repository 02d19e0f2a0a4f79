package dev.wrt.decoder.core.text;

/// Reads the name section, which stands at the end, before the rest is printed.
final class NameFinder implements ListingVisitor {
  private final Names names;
  private boolean found;

  NameFinder(Names names) {
    this.names = names;
  }

  @Override
  public void begin(Part part, int offset) {
    // Names are items.
  }

  @Override
  public void item(Item item) {
    if (item.role() == Role.CUSTOM_NAME) {
      found = Names.isName(item);
    } else if (item.role() == Role.CONTENT && found) {
      found = false;
      int from = (int) item.value();
      names.read(item.source(), from, from + (int) item.high());
    }
  }

  @Override
  public void end(Part part, int offset) {
    // Names are items.
  }
}
