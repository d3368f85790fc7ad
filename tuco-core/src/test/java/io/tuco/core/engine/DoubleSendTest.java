package io.tuco.core.engine;

import static io.tuco.core.fixture.Fixtures.OTHER_WORKSPACE;
import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.SortableIds;
import io.tuco.core.address.PhoneNumber;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.fixture.SettableClock;
import io.tuco.core.intake.AttachmentWords;
import io.tuco.core.intake.IdempotencyKey;
import io.tuco.core.intake.KeyedCall;
import io.tuco.core.intake.RecipientWords;
import io.tuco.core.intake.SendMark;
import io.tuco.core.intake.Submission;
import io.tuco.core.intake.SubmissionResult;
import io.tuco.core.intake.SubmissionResult.Accepted;
import io.tuco.core.intake.SubmissionResult.Skipped;
import io.tuco.core.intake.SubmitMessage;
import io.tuco.core.intake.WindowWords;
import io.tuco.core.message.Content;
import io.tuco.core.message.CrmIds;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.store.MessageFilter;
import io.tuco.core.store.PageRequest;
import io.tuco.core.store.Stores;
import io.tuco.core.store.memory.InMemoryStores;
import io.tuco.core.workspace.Access;
import io.tuco.core.workspace.DoubleSendGuard;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The double-send guard (API contract, section 3). */
final class DoubleSendTest {

  private static final RecipientWords ADA = RecipientWords.nobody().withPhone("+12025550100");
  private static final String URL = "https://files.example/a.png";

  private final SettableClock clock = SettableClock.at(Fixtures.NOW);
  private final Stores stores = new InMemoryStores();
  private final SortableIds ids = new SortableIds(clock, new Random(7));
  private final MessageIntake intake =
      new MessageIntake(stores, ids, event -> "{}", Fixtures.attachmentUrls(), clock);

  @BeforeEach
  void storesALineOfEachWorkspace() {
    stores.devices().insert(Fixtures.aDevice().build());
    stores.lines().insert(Fixtures.aLine().build());
    stores
        .lines()
        .insert(
            Fixtures.aLine()
                .withId(Fixtures.id(0x72))
                .inWorkspace(OTHER_WORKSPACE)
                .withPhone("+12025550172")
                .build());
  }

  @Test
  void skipsTheSameWordsToTheSamePhoneWithinTheWindow() {
    var original = accepted(text("Hi")).message();
    clock.advance(Duration.ofMillis(59_999));

    var skipped = (Skipped) submit(text("Hi"));

    assertThat(skipped.original()).isEqualTo(original);
    assertThat(skipped.secondsSinceOriginal()).isEqualTo(59);
    assertThat(skipped.status()).isEqualTo(MessageStatus.PENDING);
    assertThat(stored()).isEqualTo(1);
  }

  @Test
  void sendsAgainOnceTheWindowIsOver() {
    accepted(text("Hi"));
    clock.advance(Duration.ofSeconds(60));

    accepted(text("Hi"));

    clock.advance(Duration.ofSeconds(59));
    assertThat(submit(text("Hi"))).isInstanceOf(Skipped.class);
    assertThat(stored()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hI  there", "  Hi\nthere\t", "HI\u00a0\u2003THERE"})
  void takesWordsForEqualThatDifferInCaseAndWhitespaceAlone(String words) {
    accepted(text("Hi there"));

    assertThat(submit(text(words))).isInstanceOf(Skipped.class);
  }

  @Test
  void comparesWhatWasReceivedBeforePlaceholders() {
    accepted(text("Hi {{firstName|there}}"));

    accepted(text("Hi there"));

    assertThat(submit(text("hi {{firstname|there}}"))).isInstanceOf(Skipped.class);
  }

  @Test
  void tellsOtherWordsPhonesAttachmentsAndWorkspacesApart() {
    accepted(text("Hi"));

    accepted(text("Ho"));
    accepted(SubmitMessage.text("Hi", RecipientWords.nobody().withPhone("+12025550101")));
    accepted(attached("Hi", ADA));
    assertThat(submit(text("Hi"), OTHER_WORKSPACE, DoubleSendGuard.standard()))
        .isInstanceOf(Accepted.class);

    assertThat(submit(attached("Hi", ADA))).isInstanceOf(Skipped.class);
  }

  @Test
  void readsThePhoneBeforeItCompares() {
    accepted(text("Hi"));

    var spelled = RecipientWords.nobody().withPhone("(202) 555-0100");

    assertThat(submit(SubmitMessage.text("Hi", spelled))).isInstanceOf(Skipped.class);
  }

  @Test
  void guardsASendByLeadThroughTheLeadsPhone() {
    var lead = accepted(text("Hi")).message().origin().leadId().orElseThrow();

    var byLead = SubmitMessage.text("Hi", RecipientWords.nobody().withLead(lead));

    assertThat(submit(byLead)).isInstanceOf(Skipped.class);
  }

  @Test
  void guardsNobodyWhoHasAnEmailAlone() {
    var mail = RecipientWords.nobody().withEmail("ada@example.com");

    accepted(SubmitMessage.text("Hi", mail));
    accepted(SubmitMessage.text("Hi", mail));
  }

  @ParameterizedTest
  @EnumSource(names = {"FAILED", "FALLBACK", "CANCELLED"})
  void forgetsAnOriginalThatCameToNothing(MessageStatus status) {
    var original =
        Fixtures.aMessage().withId(Fixtures.id(0xabc)).withStatus(status).createdAt(Fixtures.NOW);
    stores.messages().insert(original.build(), Optional.empty(), List.of());
    stores.sendMarks().insert(mark(Fixtures.id(0xabc)));

    accepted(text("Hi"));

    assertThat(submit(text("Hi"))).isInstanceOf(Skipped.class);
    assertThat(stored()).isEqualTo(2);
  }

  @Test
  void isPassedByAKey() {
    accepted(text("Hi"));
    var key = new IdempotencyKey(WORKSPACE, "/api/messages", "k-1");

    var keyed =
        intake.submit(
            new Submission(
                access(WORKSPACE, DoubleSendGuard.standard()),
                text("Hi"),
                "app_1",
                Optional.of(KeyedCall.of(key, "{}"))));

    assertThat(keyed).isInstanceOf(Accepted.class);
  }

  @Test
  void doesAsTheWorkspaceSays() {
    var brief = new DoubleSendGuard(true, Duration.ofSeconds(5));
    submit(text("Hi"), WORKSPACE, brief);

    assertThat(submit(text("Hi"), WORKSPACE, DoubleSendGuard.off())).isInstanceOf(Accepted.class);
    clock.advance(Duration.ofSeconds(4));
    assertThat(submit(text("Hi"), WORKSPACE, brief)).isInstanceOf(Skipped.class);
    clock.advance(Duration.ofSeconds(1));
    assertThat(submit(text("Hi"), WORKSPACE, brief)).isInstanceOf(Accepted.class);
  }

  @Test
  void marksNothingThatWasRefused() {
    stores.lines().delete(Fixtures.id(0x71));

    assertThat(submit(text("Hi"))).isInstanceOf(SubmissionResult.Rejected.class);

    assertThat(stores.sendMarks().find(mark("m-1"))).isEmpty();
  }

  @Test
  void storesTheMessageOfAMarkThatACrashLeftAlone() {
    var recorded = Fixtures.id(0xabc);
    stores.sendMarks().insert(mark(recorded));
    clock.advance(Duration.ofSeconds(1));

    assertThat(accepted(text("Hi")).message().id()).isEqualTo(recorded);
    assertThat(submit(text("Hi"))).isInstanceOf(Skipped.class);
    assertThat(stored()).isEqualTo(1);
  }

  @Test
  void forgetsAMarkThatACrashLeftAloneLongAgo() {
    stores.sendMarks().insert(mark(Fixtures.id(0xabc)));
    clock.advance(Duration.ofSeconds(60));

    assertThat(accepted(text("Hi")).message().id()).isNotEqualTo(Fixtures.id(0xabc));
    assertThat(submit(text("Hi"))).isInstanceOf(Skipped.class);
  }

  @Test
  void createsOneOfManyAtOnce() throws Exception {
    var callers = Executors.newFixedThreadPool(8);
    for (var round = 0; round < 25; round++) {
      var words = text("round " + round);
      var calls =
          IntStream.range(0, 8)
              .mapToObj(number -> (Callable<SubmissionResult>) () -> submit(words))
              .toList();

      var created = 0;
      for (var result : callers.invokeAll(calls)) {
        created += result.get() instanceof Accepted ? 1 : 0;
      }

      assertThat(created).isEqualTo(1);
      assertThat(stored()).isEqualTo(round + 1);
    }
    callers.shutdown();
  }

  private static SendMark mark(String messageId) {
    return SendMark.of(
        WORKSPACE,
        new PhoneNumber("+12025550100"),
        new Content("Hi", Optional.empty(), List.of()),
        messageId,
        Fixtures.NOW);
  }

  private static SubmitMessage text(String words) {
    return SubmitMessage.text(words, ADA);
  }

  private static SubmitMessage attached(String words, RecipientWords recipient) {
    return new SubmitMessage(
        Optional.of(words),
        Optional.empty(),
        Optional.empty(),
        recipient,
        new AttachmentWords(true, List.of(Optional.of(URL)), List.of()),
        WindowWords.none(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        CrmIds.none());
  }

  private Accepted accepted(SubmitMessage words) {
    return (Accepted) submit(words);
  }

  private SubmissionResult submit(SubmitMessage words) {
    return submit(words, WORKSPACE, DoubleSendGuard.standard());
  }

  private SubmissionResult submit(SubmitMessage words, String workspaceId, DoubleSendGuard guard) {
    return intake.submit(new Submission(access(workspaceId, guard), words, "app_1"));
  }

  private static Access access(String workspaceId, DoubleSendGuard guard) {
    return new Access(
        Fixtures.anApiKey().inWorkspace(workspaceId).build(),
        Fixtures.aWorkspace().withId(workspaceId).guarding(guard).build());
  }

  private long stored() {
    return stores
        .messages()
        .page(WORKSPACE, MessageFilter.everything(), PageRequest.first())
        .totalCount();
  }
}
