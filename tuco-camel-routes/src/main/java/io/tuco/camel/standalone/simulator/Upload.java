package io.tuco.camel.standalone.simulator;

import io.vertx.core.buffer.Buffer;

/** A file as it came with a request, under the name its receiver will see. */
record Upload(String name, String mimeType, Buffer bytes) {

  Upload named(String newName) {
    return new Upload(newName, mimeType, bytes);
  }

  AttachmentRow row(String guid) {
    return new AttachmentRow(guid, name, mimeType, bytes.length());
  }
}
