package io.tuco.connectors.hubspot;

import static io.tuco.core.fixture.Fixtures.aLead;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.connectors.hubspot.fake.FakeFault;
import io.tuco.core.crm.ContactMatch;
import io.tuco.core.crm.ContactWanted;
import io.tuco.core.crm.CrmFailure;
import io.tuco.core.crm.CrmFailure.Kind;
import io.tuco.core.crm.Dialogue;
import io.tuco.core.crm.LoggedActivity;
import io.tuco.core.lead.Lead;
import io.tuco.core.message.MessageType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One contact for each person and one entry for each message, whichever call is cut off. */
final class CutOffTest {

  private static final List<String> CALLS =
      List.of(
          "POST /crm/v3/objects/contacts/batch/upsert",
          "POST /crm/v3/objects/contacts/search",
          "POST /crm/v3/objects/contacts$",
          "PATCH",
          "GET",
          "POST /crm/v3/objects/communications");

  private static final List<FakeFault> FAULTS =
      List.of(
          FakeFault.TIMEOUT_BEFORE,
          FakeFault.TIMEOUT_AFTER,
          FakeFault.ERROR_500_AFTER,
          FakeFault.TRUNCATED,
          FakeFault.HTML_OK,
          FakeFault.LIMITED,
          FakeFault.LOCKED);

  private final Desk desk = new Desk();

  static List<Arguments> cuts() {
    var cuts = new ArrayList<Arguments>();
    for (var call : CALLS) {
      for (var fault : FAULTS) {
        for (var times : List.of(1, 4)) {
          cuts.add(Arguments.of(call, fault, times));
        }
      }
    }
    return cuts;
  }

  @ParameterizedTest(name = "{0}: {1}, {2} times")
  @MethodSource("cuts")
  void leavesOneContactAndOneEntry(String call, FakeFault fault, int times) {
    desk.hubspot.searchLag(Desk.PORTAL, Duration.ofSeconds(45));
    desk.hubspot.fault(fault, call, times);
    var byPhone = aLead().named("Ann Smith").withPhone("+12025550111").build();
    var byEmail =
        aLead().withId("6b013e3a6b434c7a1b9fe5fb").withoutPhone().withEmail("bo@x.example").build();

    for (var lead : List.of(byPhone, byEmail)) {
      logged(matched(lead).contactId());
    }

    assertThat(desk.hubspot.contactsMade()).isEqualTo(2);
    assertThat(desk.hubspot.contacts(Desk.PORTAL)).hasSize(2);
    assertThat(desk.hubspot.communications(Desk.PORTAL)).hasSize(2);
    assertThat(desk.hubspot.notes(Desk.PORTAL)).isEmpty();
    assertThat(desk.hubspot.violations()).isEmpty();
  }

  /** Error answers should stay below 5 % of the calls (HubSpot contract, section 1). */
  @Test
  void worksWithoutErrorAnswers() {
    for (var i = 0; i < 60; i++) {
      var lead =
          aLead()
              .withId("6b013e3a6b434c7a1b9f%04x".formatted(i))
              .named("Person " + i)
              .withPhone("+120255501" + (10 + i));
      matched(i % 2 == 0 ? lead.withEmail("person" + i + "@x.example").build() : lead.build());
      desk.clock.advance(Duration.ofSeconds(1));
    }

    assertThat(desk.hubspot.contactsMade()).isEqualTo(60);
    assertThat(desk.hubspot.errorShare()).isZero();
    assertThat(desk.hubspot.limitsExceeded()).isZero();
  }

  private ContactMatch matched(Lead lead) {
    Optional<Instant> tried = Optional.empty();
    for (var attempt = 0; attempt < 20; attempt++) {
      var end = desk.held(match(lead, tried));
      if (end instanceof Dialogue.Ended<ContactMatch> found) {
        return found.value();
      }
      var failure = ((Dialogue.Broken<ContactMatch>) end).failure();
      if (failure.kind() == Kind.UNKNOWN) {
        tried = Optional.of(desk.clock.instant());
      }
      waitFor(failure);
    }
    throw new AssertionError("no contact was found or made");
  }

  private Dialogue<ContactMatch> match(Lead lead, Optional<Instant> tried) {
    return desk.connector()
        .contacts()
        .match(
            desk.context(),
            new ContactWanted(
                lead, lead.addresses().all().get(0), Optional.empty(), Optional.empty(), tried));
  }

  private void logged(String contact) {
    var activity = Activities.toContact(Activities.sent(MessageType.IMESSAGE, "Hello"), contact);
    var mayBeLogged = false;
    for (var attempt = 0; attempt < 20; attempt++) {
      var dialogue = desk.connector().activities().log(desk.context(), activity, mayBeLogged);
      var end = desk.held(dialogue);
      if (end instanceof Dialogue.Ended<LoggedActivity>) {
        return;
      }
      var failure = ((Dialogue.Broken<LoggedActivity>) end).failure();
      mayBeLogged |= failure.kind() == Kind.UNKNOWN;
      waitFor(failure);
    }
    throw new AssertionError("it was not logged");
  }

  private void waitFor(CrmFailure failure) {
    assertThat(failure.kind()).isIn(Kind.LATER, Kind.UNKNOWN);
    var soon = desk.clock.instant().plusSeconds(5);
    desk.clock.set(failure.notBefore().filter(soon::isBefore).orElse(soon));
  }
}
