package io.tuco.camel.channel;

import java.util.List;
import java.util.Set;

/**
 * Where a relay reports to (relay contract, section 3). Registering a known address again changes
 * nothing there, so that one whose events differ is deleted first.
 */
record HookList(List<Hook> hooks) {

  /** What we want to hear of (relay contract, section 6). */
  static final List<String> EVENTS =
      List.of(
          "new-message",
          "updated-message",
          "message-send-error",
          "typing-indicator",
          "chat-read-status-changed",
          "new-server");

  private static final String ANY = "*";

  /** One registration; its address may hold a secret. */
  record Hook(String id, String url, Set<String> events) {

    boolean isEnough() {
      return events.contains(ANY) || events.containsAll(EVENTS);
    }

    @Override
    public String toString() {
      return "Hook[" + id + " •••]";
    }
  }

  HookList {
    hooks = List.copyOf(hooks);
  }

  boolean has(String url) {
    return hooks.stream().anyMatch(hook -> hook.url().equals(url) && hook.isEnough());
  }

  /**
   * What is to go: earlier addresses of ours for this device, and ours if it asks for too little.
   *
   * @param path that every address for the device has had
   */
  List<Hook> stale(String url, String path) {
    return hooks.stream()
        .filter(hook -> hook.url().contains(path + "?"))
        .filter(hook -> !hook.url().equals(url) || !hook.isEnough())
        .toList();
  }
}
