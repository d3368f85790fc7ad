package io.tuco.camel.standalone.simulator;

import java.net.http.HttpRequest;

/** A multipart form, written by hand. */
record Form(String parts) {

  static final String TYPE = "multipart/form-data; boundary=form-boundary";

  private static final String DISPOSITION =
      "--form-boundary\r\nContent-Disposition: form-data; name=\"%s\"";

  Form() {
    this("");
  }

  Form with(String name, String value) {
    return new Form(parts + DISPOSITION.formatted(name) + "\r\n\r\n" + value + "\r\n");
  }

  Form withFile() {
    return new Form(
        parts
            + DISPOSITION.formatted("attachment")
            + "; filename=\"upload.txt\"\r\nContent-Type: text/plain\r\n\r\nfile bytes\r\n");
  }

  HttpRequest.BodyPublisher publisher() {
    return HttpRequest.BodyPublishers.ofString(parts + "--form-boundary--\r\n");
  }
}
