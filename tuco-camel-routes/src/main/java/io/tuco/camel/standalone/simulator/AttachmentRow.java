package io.tuco.camel.standalone.simulator;

/** A file of a message; its bytes lie under its guid in the {@link AttachmentFiles}. */
record AttachmentRow(String guid, String name, String mimeType, long bytes) {}
