package io.tuco.camel;

import io.tuco.camel.attachment.FetchedFiles;
import org.apache.camel.support.service.ServiceSupport;

/** The fetched files of a context, which go with it. */
final class FilesService extends ServiceSupport {

  private final FetchedFiles files;

  FilesService(FetchedFiles files) {
    this.files = files;
  }

  @Override
  protected void doStop() {
    files.close();
  }
}
