package io.tuco.core.engine.crm;

import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.SortableIds;
import io.tuco.core.crm.CrmConnectors;
import io.tuco.core.crm.CrmJob;
import io.tuco.core.crm.CrmTask;
import io.tuco.core.crm.SendOrder;
import io.tuco.core.crm.SendOutcome;
import io.tuco.core.engine.MessageIntake;
import io.tuco.core.engine.RateLimiter;
import io.tuco.core.engine.crm.CrmSends.Taken;
import io.tuco.core.event.EventName;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.message.CrmIds;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.store.MessageFilter;
import io.tuco.core.store.PageRequest;
import io.tuco.core.store.Rivals;
import io.tuco.core.workspace.RateLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class CrmSendsTest {

  private final CrmWorld world = new CrmWorld();
  private final SortableIds ids = new SortableIds(world.clock, new Random(8));
  private final CrmSends sends = sends(60);

  @BeforeEach
  void storesADevice() {
    world.stores.devices().insert(Fixtures.aDevice().build());
  }

  private CrmSends sends(int perMinute) {
    return new CrmSends(
        world.stores,
        CrmConnectors.of(List.of(world.crm), name -> option -> Optional.empty()),
        new MessageIntake(world.stores, ids, event -> "{}", Fixtures.attachmentUrls(), world.clock),
        new RateLimiter(world.stores.rateLimits(), world.clock),
        RateLimits.of(perMinute, perMinute, perMinute, perMinute),
        ids);
  }

  @Test
  void storesTheMessageAndTheOrder() {
    var taken = answered(order("call-1", "Hello", Optional.of("ref")));

    assertThat(taken.accepted()).isPresent();
    assertThat(taken.outcome().status()).contains(MessageStatus.PENDING);
    assertThat(taken.outcome().error()).isEmpty();
    var message = taken.accepted().orElseThrow().message();
    assertThat(message.origin().crm().hsContactId()).contains("c-1");
    assertThat(message.recipient().phone()).contains(CrmWorld.PHONE);
    assertThat(world.stores.crmHooks().orders(List.of(Fixtures.WORKSPACE), List.of(message.id())))
        .singleElement()
        .satisfies(kept -> assertThat(kept.reference()).isEqualTo("ref"));
  }

  @Test
  void isTheSameMessageHoweverOftenItIsOrdered() {
    var first = answered(order("call-1", "Hello", Optional.of("ref")));
    world.clock.advance(Duration.ofDays(2));
    var again = answered(order("call-1", "Hello", Optional.of("ref")));

    assertThat(again.accepted()).isEmpty();
    assertThat(again.outcome()).isEqualTo(first.outcome());
    assertThat(messages()).isEqualTo(1);
  }

  @Test
  void isTheSameMessageAsShortlyBefore() {
    var first = answered(order("part-1", "Hello", Optional.empty()));
    world.clock.advance(Duration.ofMinutes(9));
    var soon = Fixtures.NOW;
    var later = now().plusSeconds(1);

    assertThat(answered(order("part-2", "part-1", soon)).outcome().messageId())
        .isEqualTo(first.outcome().messageId());
    assertThat(answered(order("part-2", "part-1", later)).outcome().messageId())
        .isNotEqualTo(first.outcome().messageId());
  }

  private static SendOrder order(String key, String earlier, Instant since) {
    var like = order(key, "Hello", Optional.empty());
    return new SendOrder(
        key,
        like.message(),
        like.subject(),
        like.messageType(),
        like.phone(),
        like.email(),
        like.recipientName(),
        like.fromLineId(),
        like.fallbackSmsOnFailed(),
        like.attachmentUrls(),
        like.crm(),
        like.reference(),
        Optional.of(new SendOrder.Earlier(earlier, since)));
  }

  @Test
  void sendsNoEchoOfWhatWasLogged() {
    world.tells(1, MessageStatus.SENT);
    world.runs();
    // The toy shows by itself what is named so.
    world.stores.crmJobs().insertMissing(List.of(logged("shown-record")));
    var echo = answered(order("call-1", "text 1", Optional.of("shown-record")));

    assertThat(echo.accepted()).isEmpty();
    assertThat(echo.outcome().skipped()).isTrue();
    assertThat(echo.outcome().messageId()).contains(Fixtures.id(1));
    assertThat(messages()).isEqualTo(1);
  }

  @Test
  void sendsNoEchoOfWhatIsBeingLogged() {
    world
        .stores
        .leads()
        .create(Fixtures.aLead().withPhone(CrmWorld.PHONE.value()).knownToHubspotAs("c-1").build());
    world.tells(1, MessageStatus.SENT);

    var echo = answered(order("call-1", "text 1", Optional.of("shown-1")));
    var other = answered(order("call-2", "another text", Optional.of("shown-2")));

    assertThat(echo.outcome().messageId()).contains(Fixtures.id(1));
    assertThat(echo.outcome().skipped()).isTrue();
    assertThat(other.outcome().skipped()).isFalse();
    assertThat(messages()).isEqualTo(2);
  }

  private CrmJob logged(String record) {
    return CrmJob.of(
            "evt_0",
            world.connection,
            CrmTask.LOG_SENT,
            Fixtures.id(1),
            Lanes.LOG.of(Fixtures.id(1)),
            1,
            now(),
            now())
        .done(Optional.of(record));
  }

  @Test
  void isOneMessageForRivals() {
    var all = Rivals.race(6, rival -> answered(order("call-1", "Hello", Optional.of("ref"))));

    assertThat(all).filteredOn(taken -> taken.accepted().isPresent()).hasSize(1);
    assertThat(all)
        .extracting(taken -> taken.outcome().messageId())
        .containsOnly(all.get(0).outcome().messageId());
    assertThat(messages()).isEqualTo(1);
  }

  @Test
  void isAnotherMessageForAnotherOrder() {
    answered(order("call-1", "Hello", Optional.empty()));
    answered(order("call-2", "Hello", Optional.empty()));

    assertThat(messages()).isEqualTo(2);
  }

  @Test
  void saysWhyItIsRefusedAndReportsThatOnce() {
    var refused = answered(order("call-1", "", Optional.of("ref")));
    answered(order("call-1", "", Optional.of("ref")));

    assertThat(refused.outcome())
        .isEqualTo(
            new SendOutcome(
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                Optional.empty(),
                Optional.of("Message and attachmentUrls cannot both be empty")));
    world.runs();
    assertThat(world.crm.deeds())
        .containsExactly("ref REFUSED (Message and attachmentUrls cannot both be empty)");
  }

  @Test
  void isRefusedInAReadOnlyWorkspaceButAnsweredForWhatWasTaken() {
    var first = answered(order("call-1", "Hello", Optional.empty()));
    world.stores.workspaces().update(Fixtures.aWorkspace().readOnly("past_due").build());

    assertThat(answered(order("call-1", "Hello", Optional.empty())).outcome())
        .isEqualTo(first.outcome());
    assertThat(answered(order("call-2", "Hello", Optional.empty())).outcome().error())
        .contains("READ_ONLY");
    assertThat(messages()).isEqualTo(1);
  }

  @Test
  void countsAgainstTheSendLimitOfTheWorkspace() {
    var slow = sends(1);

    assertThat(slow.take(world.connection, order("1", "Hello", Optional.empty()), now()))
        .isInstanceOf(Taken.Answered.class);
    assertThat(slow.take(world.connection, order("2", "Hello", Optional.empty()), now()))
        .isInstanceOfSatisfying(
            Taken.Limited.class,
            limited ->
                assertThat(limited.retryAfter())
                    .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(60)));
    assertThat(messages()).isEqualTo(1);
  }

  @Test
  void isNobodysWithoutAWorkspace() {
    var stray = Fixtures.aConnection().ofWorkspace("org_gone").build();

    assertThat(sends.take(stray, order("1", "Hello", Optional.empty()), now()))
        .isInstanceOf(Taken.Nobodys.class);
  }

  @Test
  void goesToTheLeadOfAContactWithoutAnAddress() {
    var lead =
        world
            .stores
            .leads()
            .create(Fixtures.aLead().withPhone("+12025550155").knownToHubspotAs("c-1").build())
            .orElseThrow();

    var taken = answered(order("call-1", "Hello", Optional.empty(), Optional.empty()));

    assertThat(taken.outcome().leadId()).contains(lead.id());
  }

  @Test
  void reportsTheEndOfAMessageWhoseOrderWasNotKept() {
    var first = answered(order("call-1", "Hello", Optional.empty()));
    var message = first.accepted().orElseThrow().message();
    world
        .stores
        .messages()
        .endWaiting(message.cancelled("Cancelled by request.", now()), List.of());
    world.tells(message, EventName.MESSAGE_CANCELLED);

    answered(order("call-1", "Hello", Optional.of("ref")));
    world.runs();

    assertThat(world.crm.deeds()).containsExactly("ref CANCELLED (Cancelled by request.)");
  }

  private Instant now() {
    return world.clock.instant();
  }

  private Taken.Answered answered(SendOrder order) {
    return (Taken.Answered) sends.take(world.connection, order, now());
  }

  private long messages() {
    return world
        .stores
        .messages()
        .page(Fixtures.WORKSPACE, MessageFilter.everything(), PageRequest.first())
        .totalCount();
  }

  private static SendOrder order(String key, String text, Optional<String> reference) {
    return order(key, text, reference, Optional.of(CrmWorld.PHONE.value()));
  }

  private static SendOrder order(
      String key, String text, Optional<String> reference, Optional<String> phone) {
    return new SendOrder(
        key,
        Optional.of(text),
        Optional.empty(),
        Optional.empty(),
        phone,
        Optional.empty(),
        Optional.of("Sample Person"),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        new CrmIds(
            Optional.empty(), Optional.empty(), Optional.of("c-1"), Optional.of("account-1")),
        reference);
  }
}
