package io.tuco.camel.standalone.simulator;

import io.vertx.core.MultiMap;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The relay's routes, and the password in front of them (relay contract, sections 2 and 3). */
final class RelayApi {

  private final String password;
  private final List<RelayRoute> routes;

  RelayApi(
      String password,
      LookupCalls lookups,
      SendCalls sends,
      ChatCalls chats,
      WebhookCalls webhooks) {
    this.password = password;
    this.routes =
        List.of(
            RelayRoute.of("GET", "ping", lookups::ping).asNoise(),
            RelayRoute.of("GET", "server/info", lookups::serverInfo).asNoise(),
            RelayRoute.of("GET", "handle/availability/imessage", lookups::availability),
            RelayRoute.of("POST", "message/text", sends::text),
            RelayRoute.of("POST", "message/attachment", sends::attachment),
            RelayRoute.of("POST", "message/react", sends::reaction),
            RelayRoute.of("POST", "message/query", lookups::messages),
            RelayRoute.of("POST", "message/schedule", lookups::schedule),
            RelayRoute.of("GET", "message/*", lookups::message),
            RelayRoute.of("GET", "attachment/*/download", lookups::download),
            RelayRoute.of("POST", "chat/new", chats::create),
            RelayRoute.of("POST", "chat/*/typing", chats::startTyping),
            RelayRoute.of("DELETE", "chat/*/typing", chats::stopTyping),
            RelayRoute.of("POST", "chat/*/read", chats::read),
            RelayRoute.of("GET", "webhook", webhooks::list),
            RelayRoute.of("POST", "webhook", webhooks::create),
            RelayRoute.of("DELETE", "webhook/*", webhooks::delete));
  }

  Optional<RelayRoute> route(String method, RelayPath path) {
    return routes.stream().filter(route -> route.matches(method, path.segments())).findFirst();
  }

  /** The 401 for who does not present the password; nothing for who does. */
  Optional<RelayAnswer> refusal(MultiMap query) {
    return presented(query)
        .map(word -> isPassword(word) ? Optional.<String>empty() : Optional.of("Unauthorized"))
        .orElse(Optional.of("Missing server password!"))
        .map(RelayAnswer::unauthorized);
  }

  /** Of several names the first that is there counts, whatever its value. */
  private static Optional<String> presented(MultiMap query) {
    return Stream.of("guid", "password", "token")
        .filter(query::contains)
        .findFirst()
        .map(query::get)
        .filter(word -> !word.isEmpty());
  }

  private boolean isPassword(String word) {
    return MessageDigest.isEqual(
        word.getBytes(StandardCharsets.UTF_8), password.getBytes(StandardCharsets.UTF_8));
  }
}
