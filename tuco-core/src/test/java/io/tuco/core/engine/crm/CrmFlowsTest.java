package io.tuco.core.engine.crm;

import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.crm.ConnectionStatus;
import io.tuco.core.crm.ContactLink;
import io.tuco.core.crm.CrmJob;
import io.tuco.core.crm.CrmOrder;
import io.tuco.core.event.EventName;
import io.tuco.core.event.Outbox;
import io.tuco.core.event.OutboxEvent;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.lead.DoNotContact;
import io.tuco.core.message.Heard;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.store.CrmJobCounts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class CrmFlowsTest {

  private static final Duration CLAIM = FlowLimits.documented().claim();
  private static final Duration LEASE = FlowLimits.documented().lease();

  private final CrmWorld world = new CrmWorld();

  @Nested
  final class Logging {

    @Test
    void makesTheContactAndThenTheEntry() {
      world.tells(1, MessageStatus.SENT);
      world.runs();

      assertThat(world.crm.deeds()).containsExactly("contact-1 SENT: text 1");
      assertThat(job("evt_1").status()).isEqualTo(CrmJob.Status.DONE);
      assertThat(job("evt_1").recordId()).contains("record-1");
      assertThat(link().contactId()).contains("contact-1");
    }

    @Test
    void makesOneJobOfAnEventThatIsPublishedTwice() {
      var message = world.tells(1, MessageStatus.SENT);
      world.runs();

      world.flows.plan(List.of(firstEvent(world.outbox(message, EventName.MESSAGE_SENT))));
      world.runs();

      assertThat(world.crm.deeds()).hasSize(1);
    }

    @Test
    void saysWhyAMessageFailed() {
      var failed =
          Fixtures.aMessage()
              .forLead(world.lead().id())
              .withStatus(MessageStatus.SENDING)
              .withText("Hi {{firstName|you}}")
              .build()
              .failed("No such number", clock());
      world.stores.messages().insert(failed, Optional.empty(), List.of());

      world.tells(failed, EventName.MESSAGE_FAILED);
      world.runs();

      assertThat(world.crm.deeds()).contains("contact-1 FAILED: Hi Sample (No such number)");
    }

    @Test
    void keepsTheOrderOfAMessage() {
      world.crm.is(ToyCrm.Way.ANSWER_LOST, "/log/contact-1/" + Fixtures.id(1) + ":sent");
      var message = world.tells(1, MessageStatus.SENT);
      world.tells(message, EventName.MESSAGE_FALLBACK);
      world.runs();
      assertThat(world.crm.deeds()).containsExactly("contact-1 SENT: text 1");

      world.crm.is(ToyCrm.Way.GOOD);
      world.passes(Duration.ofMinutes(1));
      world.passes(Duration.ofMinutes(1));

      assertThat(world.crm.deeds())
          .containsExactly("contact-1 SENT: text 1", "contact-1 FALLBACK: text 1");
    }

    @Test
    void doesNothingForAWorkspaceWithoutConnections() {
      world.stores.connections().delete(world.connection.id());
      world.clock.advance(Duration.ofSeconds(2));

      world.tells(1, MessageStatus.SENT);
      world.runs();

      assertThat(world.crm.calls()).isZero();
      assertThat(world.stores.crmJobs().counts()).isEqualTo(new CrmJobCounts(0, 0, 0, 0));
    }

    @Test
    void dropsWhatIsNobodysAnyMore() {
      var lead = world.lead();
      world.tells(1, MessageStatus.SENT);
      world.stores.leads().delete(lead.workspaceId(), lead.id());
      world.runs();

      assertThat(job("evt_1").status()).isEqualTo(CrmJob.Status.DROPPED);
      assertThat(world.crm.calls()).isZero();
    }

    @Test
    void findsTheContactAnewThatIsGone() {
      world.tells(1, MessageStatus.SENT);
      world.runs();
      world.crm.loses("contact-1");

      world.tells(2, MessageStatus.SENT);
      world.runs();

      assertThat(world.crm.deeds())
          .containsExactly("contact-1 SENT: text 1", "contact-2 SENT: text 2");
      assertThat(link().contactId()).contains("contact-2");
    }

    @Test
    void tellsPeopleOfWhatTheCrmRefuses() {
      world.crm.is(ToyCrm.Way.REFUSED, "/log/");

      world.tells(1, MessageStatus.SENT);
      world.runs();

      assertThat(world.ended).extracting(CrmJob::status).containsExactly(CrmJob.Status.REFUSED);
      assertThat(world.stores.crmJobs().counts()).isEqualTo(new CrmJobCounts(0, 0, 1, 0));
    }
  }

  @Nested
  final class WhileTheCrmIsAway {

    @Test
    void losesNothingAndDoublesNothing() {
      world.crm.is(ToyCrm.Way.DOWN);
      IntStream.rangeClosed(1, 20).forEach(number -> world.tells(number, MessageStatus.SENT));
      for (var step = 0; step < 12; step++) {
        world.passes(Duration.ofSeconds(10));
      }
      assertThat(world.crm.deeds()).isEmpty();
      assertThat(world.crm.calls()).as("calls while it is down").isLessThan(60);
      assertThat(world.stores.crmJobs().counts().failing()).isPositive();

      world.crm.is(ToyCrm.Way.GOOD);
      for (var step = 0; step < 12; step++) {
        world.passes(Duration.ofSeconds(30));
      }

      assertThat(world.crm.deeds()).hasSize(20).doesNotHaveDuplicates();
      assertThat(world.crm.contacts()).isEqualTo(1);
      assertThat(world.stores.crmJobs().counts()).isEqualTo(new CrmJobCounts(0, 0, 0, 0));
    }

    @Test
    void givesUpAfterAWeekAndSaysSo() {
      world.crm.is(ToyCrm.Way.DOWN);
      world.tells(1, MessageStatus.SENT);
      world.runs();

      world.passes(CrmJob.LONGEST);

      assertThat(world.ended).extracting(CrmJob::status).containsExactly(CrmJob.Status.GIVEN_UP);
      assertThat(world.stores.crmJobs().counts()).isEqualTo(new CrmJobCounts(0, 0, 0, 1));
    }

    @Test
    void waitsForAConnectionToBeMadeAnew() {
      stands(ConnectionStatus.UNAUTHORIZED);
      world.tells(1, MessageStatus.SENT);
      world.runs();
      assertThat(world.crm.calls()).isZero();

      stands(ConnectionStatus.OK);
      world.passes(Duration.ofMinutes(2));

      assertThat(world.crm.deeds()).containsExactly("contact-1 SENT: text 1");
    }

    @Test
    void looksBeforeItWritesAfterALostAnswer() {
      world.crm.is(ToyCrm.Way.ANSWER_LOST, "/log/");
      world.tells(1, MessageStatus.SENT);
      world.runs();

      world.crm.is(ToyCrm.Way.GOOD);
      world.passes(Duration.ofMinutes(1));

      assertThat(world.crm.deeds()).hasSize(1);
      assertThat(job("evt_1").recordId()).contains("record-1");
    }

    private void stands(ConnectionStatus status) {
      world.stores.connections().change(world.connection.id(), known -> known.standing(status));
    }
  }

  @Nested
  final class Linking {

    @Test
    void tellsTheLeadItsContact() {
      var own = new CrmWorld("hubspot");
      own.tells(1, MessageStatus.SENT);
      own.runs();

      var ids = own.lead().integrationIds().asCrmIds();
      assertThat(ids.hsContactId()).contains("contact-1");
      assertThat(ids.hsPortalId()).contains("account-1");
    }

    @Test
    void makesOneContactForAHundredSendsOnTwoNodes() {
      var threads = new ForkJoinPool(8);
      var nodes = List.of(world.node(threads), world.node(threads));
      IntStream.rangeClosed(1, 100).forEach(number -> world.tells(number, MessageStatus.SENT));
      for (var round = 0; round < 400 && world.crm.deeds().size() < 100; round++) {
        nodes.forEach(CrmFlows::sweep);
        assertThat(threads.awaitQuiescence(10, TimeUnit.SECONDS)).isTrue();
        world.clock.advance(Duration.ofMillis(200));
      }
      threads.shutdownNow();

      assertThat(world.crm.contacts()).isEqualTo(1);
      assertThat(world.crm.deeds()).hasSize(100).doesNotHaveDuplicates();
    }

    @Test
    void looksForWhatACrashMayHaveLeft() {
      world.crm.is(ToyCrm.Way.ASKER_DIES, "/make/");
      world.tells(1, MessageStatus.SENT);
      world.runs();
      assertThat(world.crm.contacts()).isEqualTo(1);
      assertThat(link().triedAt()).isPresent();

      world.crm.is(ToyCrm.Way.GOOD);
      world.restarts();
      world.passes(LEASE.minusSeconds(1));
      assertThat(world.crm.deeds()).isEmpty();
      world.passes(CLAIM);

      assertThat(world.crm.contacts()).isEqualTo(1);
      assertThat(world.crm.deeds()).containsExactly("contact-1 SENT: text 1");
      assertThat(link().triedAt()).isEmpty();
    }

    @Test
    void waitsForAnIndexThatLagsAfterALostAnswer() {
      world.crm.is(ToyCrm.Way.ANSWER_LOST, "/make/");
      world.tells(1, MessageStatus.SENT);
      world.runs();
      world.crm.loses("contact-1");

      world.crm.is(ToyCrm.Way.GOOD);
      world.passes(Duration.ofSeconds(59));
      assertThat(world.crm.contacts()).isZero();
      world.passes(Duration.ofSeconds(2));

      assertThat(world.crm.contacts()).isEqualTo(1);
    }

    @Test
    void waitsForItFromTheEndOfTheTurnOfWhoDied() {
      world.crm.is(ToyCrm.Way.ASKER_DIES, "/make/");
      world.tells(1, MessageStatus.SENT);
      world.runs();
      world.crm.loses("contact-1");

      world.crm.is(ToyCrm.Way.GOOD);
      world.restarts();
      world.passes(LEASE);
      world.tells(2, MessageStatus.SENT);
      world.passes(Duration.ofSeconds(59));
      assertThat(world.crm.contacts()).isZero();
      world.passes(CLAIM);

      assertThat(world.crm.contacts()).isEqualTo(1);
    }

    @Test
    void asksNobodyAfterItsTurn() {
      world.crm.is(ToyCrm.Way.ASKER_DIES, "/find/");
      world.tells(1, MessageStatus.SENT);
      world.runs();
      var before = world.crm.calls();
      world.crm.is(ToyCrm.Way.GOOD);

      var late = new BoundedTransport(world.crm, clock().plusSeconds(60), world.clock);
      world.clock.advance(Duration.ofSeconds(60));
      late.carry(null, answer -> assertThat(answer.toString()).contains("nothingLeft=true"));

      assertThat(world.crm.calls()).isEqualTo(before);
    }
  }

  @Nested
  final class OptingOut {

    @Test
    void isToldToTheCrmAndTakenBack() {
      var stop = world.hears("STOP", Optional.of(Heard.stop("STOP")), true);
      enters(DoNotContact.Source.OPT_OUT);
      world.tells(stop, EventName.CONTACT_OPTED_OUT);
      world.runs();
      world.passes(Duration.ofSeconds(1));
      assertThat(world.crm.optedOut()).containsExactly("contact-1");

      lifts();
      world.clock.advance(Duration.ofSeconds(1));
      world.hears("START", Optional.of(Heard.of(Heard.Kind.START)), true);
      world.runs();

      assertThat(world.crm.optedOut()).isEmpty();
      assertThat(world.crm.deeds())
          .containsExactly("contact-1 REPLY: STOP", "contact-1 REPLY: START");
    }

    @Test
    void waitsUntilAReplyIsUnderstood() {
      var start = world.hears("START", Optional.of(Heard.of(Heard.Kind.START)), false);
      world.runs();
      assertThat(world.crm.calls()).isZero();

      world.heeds(start);
      world.passes(Duration.ofSeconds(1));

      assertThat(world.crm.deeds()).containsExactly("contact-1 REPLY: START");
      assertThat(job("evt_1").mayBeDone()).isFalse();
    }

    @Test
    void isToldAsItIsByThen() {
      world.crm.is(ToyCrm.Way.DOWN, "/stop/");
      var stop = world.hears("STOP", Optional.of(Heard.stop("STOP")), true);
      enters(DoNotContact.Source.OPT_OUT);
      world.tells(stop, EventName.CONTACT_OPTED_OUT);
      world.runs();
      lifts();
      world.crm.is(ToyCrm.Way.GOOD);
      world.passes(Duration.ofMinutes(1));

      assertThat(world.crm.optedOut()).isEmpty();
      assertThat(world.stores.crmJobs().counts()).isEqualTo(new CrmJobCounts(0, 0, 0, 0));
    }

    @Test
    void leavesWhatTheCrmItselfHasBarred() {
      world.tells(1, MessageStatus.SENT);
      world.runs();
      enters(DoNotContact.Source.CRM);
      var calls = world.crm.calls();

      var start = world.hears("START", Optional.of(Heard.of(Heard.Kind.START)), true);
      world.runs();

      assertThat(world.crm.calls()).as("only the reply is logged").isEqualTo(calls + 1);
      assertThat(start.id()).isNotEmpty();
    }

    private void enters(DoNotContact.Source source) {
      world
          .stores
          .doNotContact()
          .add(
              new DoNotContact(
                  Fixtures.id(9),
                  Fixtures.WORKSPACE,
                  CrmWorld.PHONE,
                  Optional.empty(),
                  source,
                  clock()));
    }

    private void lifts() {
      world.stores.doNotContact().remove(Fixtures.WORKSPACE, Fixtures.id(9));
    }
  }

  @Nested
  final class Reporting {

    @Test
    void tellsWhoAskedWhatBecameOfIt() {
      keeps("ref-1", Optional.empty());
      var message = world.tells(1, MessageStatus.SENT);
      world.tells(message, EventName.MESSAGE_DELIVERED, EventName.MESSAGE_OPENED);
      IntStream.range(0, 5).forEach(step -> world.passes(Duration.ofSeconds(2)));

      assertThat(world.crm.deeds())
          .containsExactlyInAnyOrder(
              "contact-1 SENT: text 1", "ref-1 SENT", "ref-1 DELIVERED", "ref-1 READ")
          .containsSubsequence("ref-1 SENT", "ref-1 DELIVERED", "ref-1 READ");
    }

    @Test
    void doesNotLogWhatTheCrmShowsByItself() {
      keeps("shown-1", Optional.empty());
      world.tells(1, MessageStatus.SENT);
      world.runs();

      assertThat(world.crm.deeds()).containsExactly("shown-1 SENT");
    }

    private void keeps(String reference, Optional<String> refusal) {
      world
          .stores
          .crmHooks()
          .keep(
              new CrmOrder(
                  Fixtures.id(1),
                  Fixtures.WORKSPACE,
                  world.connection.id(),
                  reference,
                  refusal,
                  clock()));
    }
  }

  private CrmJob job(String event) {
    return world
        .stores
        .crmJobs()
        .find(Fixtures.WORKSPACE, event + ":" + world.connection.id())
        .orElseThrow();
  }

  private ContactLink link() {
    return world
        .stores
        .contactLinks()
        .find(Fixtures.WORKSPACE, world.connection.id(), CrmWorld.PHONE)
        .orElseThrow();
  }

  private Instant clock() {
    return world.clock.instant();
  }

  private static Outbox firstEvent(Outbox like) {
    var event = like.events().get(0);
    return new Outbox(
        like.workspaceId(),
        like.messageId(),
        like.correlationId(),
        List.of(new OutboxEvent("evt_1", event.name(), 1, event.at(), event.payload())));
  }
}
