package io.tuco.camel.http;

import java.io.InputStream;

/**
 * The content of an answer that is no JSON document. It is read while it is written to the client,
 * piece by piece, and may fail in between: then the answer breaks off.
 */
public record HttpContent(String type, InputStream bytes) {}
