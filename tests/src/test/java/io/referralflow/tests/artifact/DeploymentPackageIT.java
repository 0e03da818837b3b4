package io.referralflow.tests.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.tests.contract.ProjectFiles;
import io.referralflow.tests.journey.door.LocalStack;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The deployment package of the functions, as `sam build` made it for the local stack.
@Tag("stack")
class DeploymentPackageIT {

  private static final long MOST_BYTES = 14_000_000;
  private static final Path PACKAGE = ProjectFiles.root().resolve(".aws-sam/build/ApiFunction");

  @Test
  void is_below_fourteen_megabytes() throws IOException {
    assertThat(LocalStack.shared().door()).isNotNull();
    var archive = new Counted();
    try (var zip = new ZipOutputStream(archive);
        var files = Files.walk(PACKAGE)) {
      for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
        zip.putNextEntry(new ZipEntry(PACKAGE.relativize(file).toString()));
        var _ = Files.copy(file, zip);
        zip.closeEntry();
      }
    }

    System.out.printf(Locale.ROOT, "The deployment package: %.1f MB%n", archive.bytes / 1e6);
    assertThat(archive.bytes).isBetween(1_000_000L, MOST_BYTES);
  }

  private static final class Counted extends OutputStream {
    private long bytes;

    @Override
    public void write(int one) {
      bytes++;
    }

    @Override
    public void write(byte[] some, int from, int length) {
      bytes += length;
    }
  }
}
