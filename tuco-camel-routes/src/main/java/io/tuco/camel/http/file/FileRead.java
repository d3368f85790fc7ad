package io.tuco.camel.http.file;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.core.dispatch.DeviceFile;
import io.tuco.core.message.ReceivedFile;

/** A reading of a file on its way through its route. */
sealed interface FileRead {

  /** Answered without asking a device. */
  record Answered(HttpAnswer answer) implements FileRead {}

  /**
   * To be read from the device it came in on.
   *
   * @param known what the message says of it
   */
  record OnDevice(DeviceFile file, ReceivedFile known) implements FileRead {}

  default boolean isOnDevice() {
    return this instanceof OnDevice;
  }
}
