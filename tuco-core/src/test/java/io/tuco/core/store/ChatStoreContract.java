package io.tuco.core.store;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.OTHER_WORKSPACE;
import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static io.tuco.core.fixture.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.event.ChatIds;
import io.tuco.core.message.Chat;
import io.tuco.core.store.ChatStore.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link ChatStore} promises. */
public abstract class ChatStoreContract {

  private static final String LINE = id(0x71);

  private ChatStore chats;

  /** Stores that remember nothing yet. */
  protected abstract Stores openStores();

  @BeforeEach
  void open() {
    chats = openStores().chats();
  }

  @Test
  void returnsAChatAsItWasOpened() {
    var person = with("+12025550143", NOW);
    var group = Chat.opened(id(0xc9), WORKSPACE, LINE, "iMessage;+;chat1", true, NOW);
    chats.open(person);
    chats.open(group);

    assertThat(chats.find(WORKSPACE, person.id())).contains(person);
    assertThat(chats.find(WORKSPACE, group.id())).contains(group);
    assertThat(chats.find(OTHER_WORKSPACE, person.id())).isEmpty();
  }

  @Test
  void opensAChatOnce() {
    var first = with("+12025550143", NOW);
    chats.open(first);

    chats.open(with("+12025550143", NOW.plusSeconds(9)));

    assertThat(chats.find(WORKSPACE, first.id())).contains(first);
  }

  @Test
  void listsALinesChatsNewestFirstFromAnyPlace() {
    var all = new ArrayList<Chat>();
    IntStream.range(0, 7).forEach(number -> all.add(0, with("a" + number, NOW.plusMillis(number))));
    all.forEach(chats::open);
    chats.open(Chat.opened(id(0xc8), WORKSPACE, id(0x72), "a0", false, NOW));
    chats.open(Chat.opened(id(0xc7), OTHER_WORKSPACE, LINE, "b0", false, NOW));

    assertThat(pages(3)).isEqualTo(all);
  }

  @Test
  void listsEachOnceThatIsAsOldAsOthers() {
    IntStream.range(0, 5).forEach(number -> chats.open(with("a" + number, NOW)));

    assertThat(pages(2)).hasSize(5).doesNotHaveDuplicates();
  }

  @Test
  void keepsTheLatestThatIsKnownOfTyping() {
    var chat = with("+12025550143", NOW);
    var on = new Chat.Typing(true, NOW.plusSeconds(2));
    chats.noteTyping(chat, on);

    chats.noteTyping(chat, new Chat.Typing(false, NOW.plusSeconds(1)));

    assertThat(chats.find(WORKSPACE, chat.id()).orElseThrow().typing()).contains(on);
  }

  @Test
  void keepsTheLatestReading() {
    var chat = with("+12025550143", NOW);
    chats.open(chat);
    chats.noteRead(chat, NOW.plusSeconds(2));

    chats.noteRead(chat, NOW.plusSeconds(1));

    assertThat(chats.find(WORKSPACE, chat.id()).orElseThrow().readAt())
        .contains(NOW.plusSeconds(2));
  }

  private List<Chat> pages(int limit) {
    var seen = new ArrayList<Chat>();
    var page = chats.ofLine(WORKSPACE, LINE, Optional.empty(), limit);
    while (!page.isEmpty()) {
      seen.addAll(page);
      var last = page.get(page.size() - 1);
      page =
          chats.ofLine(WORKSPACE, LINE, Optional.of(new Place(last.createdAt(), last.id())), limit);
    }
    return seen;
  }

  private static Chat with(String address, Instant at) {
    return Chat.opened(ChatIds.chat(LINE, address), WORKSPACE, LINE, address, false, at);
  }
}
