package io.tuco.camel.attachment;

import io.tuco.core.message.Attachment;
import io.tuco.core.message.Message;

/** What one fetch serves: the same URL for the same line, however many messages bring it. */
record FileKey(String workspaceId, String lineId, String url) {

  static FileKey of(Message message, Attachment attachment) {
    return new FileKey(
        message.workspaceId(), message.origin().lineId().orElse(""), attachment.url());
  }
}
