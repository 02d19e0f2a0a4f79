package dev.wrt.wasi;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import org.checkerframework.checker.nullness.qual.Nullable;

/// `descriptor.open-at`.
///
/// Only directories and regular files are opened: to open a named pipe or a device could wait for
/// ever, or have effects of its own, and is `unsupported`.
final class Opening {
  private Opening() {}

  /// Opens what a path beneath a directory leads to, or creates it.
  static Descriptor openAt(Descriptor base, OpenRequest request) throws IOException {
    Path directory = base.requireDirectory();
    if (request.mutates()) {
      base.requireMutable();
    }
    FileError.unless(!request.contradicts(), ErrorCode.INVALID);
    Place place = PathResolution.resolve(directory, request.path(), request.lastLink());
    FileStat stat = FileStat.orNull(place.path());
    if (stat == null) {
      FileError.unless(request.create(), ErrorCode.NO_ENTRY);
      FileError.unless(!place.asDirectory(), ErrorCode.IS_DIRECTORY);
      return openFile(base, place, request, null);
    }
    FileError.unless(!request.createNew(), ErrorCode.EXIST);
    return switch (stat.type()) {
      case DIRECTORY -> openDirectory(base, place, request);
      case REGULAR_FILE -> openFile(base, place, request, stat);
      case SYMBOLIC_LINK -> throw new FileError(ErrorCode.LOOP);
      case UNKNOWN, BLOCK_DEVICE, CHARACTER_DEVICE, FIFO, SOCKET ->
          throw new FileError(ErrorCode.UNSUPPORTED);
    };
  }

  private static Descriptor openDirectory(Descriptor base, Place place, OpenRequest request)
      throws IOException {
    boolean asFile = request.write() || request.create() || request.truncate();
    FileError.unless(!asFile, ErrorCode.IS_DIRECTORY);
    return base.directory(place.path());
  }

  private static Descriptor openFile(
      Descriptor base, Place place, OpenRequest request, @Nullable FileStat stat)
      throws IOException {
    FileError.unless(!request.directory(), ErrorCode.NOT_DIRECTORY);
    String name = place.name();
    if (name == null) {
      throw new FileError(ErrorCode.IS_DIRECTORY);
    }
    FileChannel channel;
    try (AnchoredDirectory parent = AnchoredDirectory.open(base.anchor(), place.directory())) {
      channel = parent.openFile(name, options(request, stat == null));
    }
    try {
      FileStat opened = FileStat.of(place.path());
      return base.file(place.path(), request.flags(), opened, new OpenFile(channel));
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /// A file that is opened neither for reading nor for writing is opened for reading, as Java has
  /// no third way; the descriptor's flags still refuse to read.
  private static Set<OpenOption> options(OpenRequest request, boolean isNew) {
    Set<OpenOption> options = new HashSet<>();
    if (request.write() || request.truncate() || isNew) {
      options.add(StandardOpenOption.WRITE);
    }
    if (request.read() || options.isEmpty()) {
      options.add(StandardOpenOption.READ);
    }
    if (request.truncate()) {
      options.add(StandardOpenOption.TRUNCATE_EXISTING);
    }
    if (isNew) {
      options.add(request.createNew() ? StandardOpenOption.CREATE_NEW : StandardOpenOption.CREATE);
    }
    if ((request.flags() & Descriptor.FILE_INTEGRITY_SYNC) != 0) {
      options.add(StandardOpenOption.SYNC);
    }
    if ((request.flags() & Descriptor.DATA_INTEGRITY_SYNC) != 0) {
      options.add(StandardOpenOption.DSYNC);
    }
    return options;
  }
}
