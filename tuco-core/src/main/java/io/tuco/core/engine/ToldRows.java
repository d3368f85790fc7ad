package io.tuco.core.engine;

import io.tuco.core.intake.DeviceMessage;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a look at a device has had to say lately, so that looks which overlap do not tell it again.
 * Forgetting costs a few questions to the store and nothing else. Thread-safe.
 */
final class ToldRows {

  private static final int MOST = 20_000;

  private final Map<String, String> told =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
          return size() > MOST;
        }
      };

  synchronized boolean isNews(String deviceId, DeviceMessage row) {
    return !row.fingerprint().equals(told.get(key(deviceId, row)));
  }

  synchronized void note(String deviceId, DeviceMessage row) {
    told.put(key(deviceId, row), row.fingerprint());
  }

  private static String key(String deviceId, DeviceMessage row) {
    return deviceId + "/" + row.guid();
  }
}
