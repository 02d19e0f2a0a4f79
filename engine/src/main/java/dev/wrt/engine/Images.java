package dev.wrt.engine;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Result;
import dev.wrt.bounded.Unit;
import dev.wrt.memory.Crc32cImage;
import dev.wrt.memory.GrowingImage;
import dev.wrt.memory.Scrubbable;
import java.util.ArrayList;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The areas of a {@link Store} that never change, or only grow, and their checksums: module bytes,
/// translated code with its side tables, types. There are none below level `STANDARD`.
// [impl->req~areas-images~1]
final class Images {
  /// Its places in the lists here.
  private static final int BYTES_PER_IMAGE = 32;

  private final Storage storage;
  private final Scrubbing scrubbing;
  private final List<OfBytes> ofBytes = new ArrayList<>();
  private final List<GrowingImage> growing = new ArrayList<>();

  /// The image of an array.
  private record OfBytes(byte[] bytes, Crc32cImage image) {}

  Images(Storage storage, Scrubbing scrubbing) {
    this.storage = storage;
    this.scrubbing = scrubbing;
  }

  /// Takes the checksums of a module's bytes, unless they are there: modules of a component share
  /// an array.
  ///
  /// @param full whether the level is `FULL` or above
  /// @return why not, or null
  @Nullable Fault cover(byte[] bytes, boolean full) {
    if (image(bytes) != null) {
      return null;
    }
    String area = "module " + ofBytes.size();
    Result<Crc32cImage> created = Crc32cImage.create(storage.account(), area, bytes);
    if (!(created instanceof Result.Ok<Crc32cImage>(Crc32cImage image))) {
      return ((Result.Err<Crc32cImage>) created).fault();
    }
    if (!hasRoom(image, full)) {
      image.close();
      return storage.refusal();
    }
    ofBytes.add(new OfBytes(bytes, image));
    return null;
  }

  private @Nullable Crc32cImage image(byte[] bytes) {
    for (int i = 0; i < ofBytes.size(); i++) {
      if (ofBytes.get(i).bytes == bytes) {
        return ofBytes.get(i).image;
      }
    }
    return null;
  }

  /// Verifies bytes of a module before they are used.
  ///
  /// @return a mismatch, or null
  @Nullable Fault verify(byte[] bytes, int from, int length) {
    Crc32cImage image = image(bytes);
    return image == null ? null : fault(image.verifyRange(from, length));
  }

  /// An image that grows.
  ///
  /// @param full whether the level is `FULL` or above
  /// @return null if the budget refuses, see {@link Areas#refusal}
  @Nullable GrowingImage grow(String area, boolean full) {
    Result<GrowingImage> created = GrowingImage.create(storage.account(), area);
    if (!storage.granted(created)
        || !(created instanceof Result.Ok<GrowingImage>(GrowingImage image))) {
      return null;
    }
    if (!hasRoom(image, full)) {
      image.close();
      return null;
    }
    growing.add(image);
    return image;
  }

  /// Makes room for the checksums of so many words.
  ///
  /// @return false if the budget refuses
  boolean reserve(GrowingImage image, int words) {
    return storage.granted(image.reserve(words));
  }

  private boolean hasRoom(Scrubbable image, boolean full) {
    if (!storage.offer(BYTES_PER_IMAGE)) {
      return false;
    }
    if (!scrubbing.offer(image, full)) {
      storage.release(BYTES_PER_IMAGE);
      return false;
    }
    return true;
  }

  /// Verifies everything.
  ///
  /// @return the first mismatch, or null
  @Nullable Fault verifyAll() {
    for (OfBytes of : ofBytes) {
      Fault found = fault(of.image.verifyAll());
      if (found != null) {
        return found;
      }
    }
    for (GrowingImage image : growing) {
      for (int block = 0; block < image.blocks(); block++) {
        Fault found = fault(image.verifyBlock(block));
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  /// How many there are.
  Extent extent() {
    return new Extent(ofBytes.size(), growing.size());
  }

  /// A number of images.
  record Extent(int ofBytes, int growing) {}

  /// Takes out what was added since.
  void cutTo(Extent before) {
    for (int i = ofBytes.size() - 1; i >= before.ofBytes; i--) {
      Crc32cImage image = ofBytes.remove(i).image;
      scrubbing.remove(image);
      image.close();
      storage.release(BYTES_PER_IMAGE);
    }
    for (int i = growing.size() - 1; i >= before.growing; i--) {
      GrowingImage image = growing.remove(i);
      scrubbing.remove(image);
      image.close();
      storage.release(BYTES_PER_IMAGE);
    }
  }

  static @Nullable Fault fault(Result<Unit> result) {
    return result instanceof Result.Err<Unit> err ? err.fault() : null;
  }

  /// What was verified so far.
  void report(List<AreaReport> reports) {
    for (OfBytes of : ofBytes) {
      Crc32cImage image = of.image;
      reports.add(
          new AreaReport(
              image.area(),
              image.sizeBytes(),
              image.blocks(),
              image.verifiedBlocks(),
              image.mismatches(),
              0));
    }
    for (GrowingImage image : growing) {
      reports.add(
          new AreaReport(
              image.area(),
              image.sizeBytes(),
              image.blocks(),
              image.verifiedBlocks(),
              image.mismatches(),
              0));
    }
  }

  /// SHA-256 of each array of module bytes, as it was at load, behind its area's name.
  List<String> hashes() {
    List<String> hashes = new ArrayList<>();
    for (OfBytes of : ofBytes) {
      hashes.add(of.image.area() + " " + of.image.sha256());
    }
    return List.copyOf(hashes);
  }

  /// Gives everything back.
  void close() {
    ofBytes.forEach(of -> of.image.close());
    growing.forEach(GrowingImage::close);
    ofBytes.clear();
    growing.clear();
  }
}
