package io.tuco.camel.http.v1;

import io.tuco.core.address.Address;
import io.tuco.core.event.ChatIds;
import io.tuco.core.line.Line;
import java.util.Optional;
import java.util.function.Function;

/**
 * Whom a call is about: an address, or a chat by its id (/v1 contract, section 1).
 *
 * @param chat the core's id
 */
record Target(Optional<Address> address, Optional<String> chat) {

  static final String WHAT =
      "a phone number (E.164), an e-mail address or the id ('cht_…') of a chat";

  /**
   * @param region for numbers without a country code
   */
  static Function<String, Optional<Target>> in(String region) {
    return text ->
        IdKind.CHAT.marks(text)
            ? IdKind.CHAT.parse(text).map(id -> new Target(Optional.empty(), Optional.of(id)))
            : Handles.parse(text, region)
                .map(address -> new Target(Optional.of(address), Optional.empty()));
  }

  /** The core's id of the chat with the line, whether there is one already or not. */
  String chatWith(Line line) {
    return chat.or(() -> address.map(who -> ChatIds.chat(line.id(), who.value()))).orElseThrow();
  }
}
