package io.tuco.camel.http.api;

import static io.tuco.camel.http.api.WorkspaceCalls.assertRefused;
import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.OTHER_WORKSPACE;
import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static io.tuco.core.fixture.Fixtures.aLead;
import static io.tuco.core.fixture.Fixtures.aMessage;
import static io.tuco.core.fixture.Fixtures.anApiKey;
import static io.tuco.core.fixture.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.camel.http.ApiWorld;
import io.tuco.camel.http.DirectApi.Answer;
import io.tuco.core.address.PhoneNumber;
import io.tuco.core.lead.DoNotContact;
import io.tuco.core.lead.DoNotContact.Source;
import io.tuco.core.lead.LeadList;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.store.PageRequest;
import io.tuco.core.store.ReplyFilter;
import io.tuco.core.workspace.Scope;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Leads and lists that are forgotten (API contract, section 8). */
final class LeadRemovalApiTest extends DirectShelf {

  private static final String ID = id(1);
  private static final PhoneNumber PHONE = new PhoneNumber("+12025550100");

  @Test
  void forgetsALeadAndItsMessagesButNotWhomNobodyMayWriteTo() {
    world.stores().leads().create(aLead().withId(ID).build());
    var entry = new DoNotContact(id(9), WORKSPACE, PHONE, Optional.empty(), Source.OPT_OUT, NOW);
    world.stores().doNotContact().add(entry);
    message(id(11), MessageStatus.PENDING, ID);
    message(id(12), MessageStatus.SENT, ID);
    message(id(13), MessageStatus.SENT, id(2));

    var answer = deleteLeads("{\"ids\":[\"%s\",\"%s\",\"%s\"]}".formatted(ID, ID, id(404)));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"deletedCount\":1}");
    assertThat(world.stores().leads().find(WORKSPACE, ID)).isEmpty();
    assertThat(world.stores().messages().find(WORKSPACE, id(12))).isEmpty();
    assertThat(world.stores().messages().find(WORKSPACE, id(13))).isPresent();
    assertThat(world.stores().doNotContact().find(WORKSPACE, List.of(PHONE)))
        .containsExactly(entry);
    assertThat(world.watched().writes())
        .containsSubsequence(
            "MessageStore.endWaiting", "MessageStore.forgetOfLead", "LeadStore.delete");
  }

  @Test
  void forgetsWhatTheLeadHasWrittenBack() {
    world.stores().leads().create(aLead().withId(ID).build());
    message(id(12), MessageStatus.RECEIVED, ID);
    message(id(13), MessageStatus.RECEIVED, id(2));

    deleteLeads("{\"ids\":[\"%s\"]}".formatted(ID));

    var left =
        world.stores().replies().page(WORKSPACE, ReplyFilter.everything(), PageRequest.first());
    assertThat(left.items()).extracting(reply -> reply.message().id()).containsExactly(id(13));
  }

  @Test
  void deletesAMessageOnceTheWorldKnowsThatItIsCancelled() {
    var messages = world.stores().messages();
    world.stores().leads().create(aLead().withId(ID).build());
    message(id(11), MessageStatus.PENDING, ID);

    deleteLeads("{\"ids\":[\"" + ID + "\"]}");

    assertThat(messages.find(WORKSPACE, id(11)))
        .get()
        .matches(message -> message.status() == MessageStatus.CANCELLED);
    messages.markDrained(messages.undrained(9));
    messages.deleteForgotten();
    assertThat(messages.find(WORKSPACE, id(11))).isEmpty();
  }

  @Test
  void skipsLeadsOfAnotherWorkspaceLikeMissingOnes() {
    var theirs = aLead().withId(ID).inWorkspace(OTHER_WORKSPACE).build();
    world.stores().leads().create(theirs);

    assertThat(deleteLeads("{\"ids\":[\"" + ID + "\"]}").body())
        .isEqualTo("{\"deletedCount\":0}")
        .isEqualTo(deleteLeads("{\"ids\":[\"" + id(404) + "\"]}").body());
    assertThat(world.stores().leads().find(OTHER_WORKSPACE, ID)).contains(theirs);
    assertThat(world.watched().writes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{} | {\"error\":\"No ids provided\",\"code\":\"VALIDATION_ERROR\"}",
        "{\"ids\":[]} | {\"error\":\"No ids provided\",\"code\":\"VALIDATION_ERROR\"}",
        "{\"ids\":\"x\"} | {\"error\":\"ids must be a array\",\"code\":\"VALIDATION_ERROR\"}",
        "{\"ids\":[\"64b0c0ffee00000000000001\",\"x\"]}"
            + " | {\"error\":\"Invalid lead id in ids array\",\"code\":\"VALIDATION_ERROR\"}",
        "{\"ids\":[\"64b0c0ffee00000000000001\",null]}"
            + " | {\"error\":\"Invalid lead id in ids array\",\"code\":\"VALIDATION_ERROR\"}",
        "[] | {\"error\":\"Request body must be a JSON object\",\"code\":\"VALIDATION_ERROR\"}",
        " | {\"error\":\"Invalid request body (JSON required)\",\"code\":\"VALIDATION_ERROR\"}"
      })
  void refusesToForgetLeadsInTheDocumentedWords(String body, String error) {
    world.stores().leads().create(aLead().withId(ID).build());

    assertRefused(deleteLeads(body), 400, error);
    assertThat(world.stores().leads().find(WORKSPACE, ID)).isPresent();
  }

  @Test
  void forgetsAListAndKeepsItsLeads() {
    var list = aList(WORKSPACE);
    world.stores().leads().create(aLead().withId(ID).inList(list.id()).build());

    var answer = deleteList("{\"listId\":\"" + list.id() + "\"}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"success\":true,\"deletedLeads\":0}");
    assertThat(world.stores().leadLists().find(WORKSPACE, list.id())).isEmpty();
    assertThat(world.stores().leads().find(WORKSPACE, ID))
        .get()
        .matches(lead -> lead.listId().equals(LeadList.quickSends(WORKSPACE, NOW).id()));
  }

  @Test
  void forgetsAListWithItsLeads() {
    var list = aList(WORKSPACE);
    for (var number = 1; number <= 101; number++) {
      var phone = "+1202555%04d".formatted(number);
      var lead = aLead().withId(id(number)).withPhone(phone).inList(list.id()).build();
      world.stores().leads().create(lead);
    }
    world.stores().leads().create(aLead().withId(id(200)).withPhone("+12025559999").build());

    var answer = deleteList("{\"listId\":\"" + list.id() + "\",\"deleteLeads\":true}");

    assertThat(answer.body()).isEqualTo("{\"success\":true,\"deletedLeads\":101}");
    assertThat(world.stores().leadLists().find(WORKSPACE, list.id())).isEmpty();
    assertThat(world.stores().leads().countByList(WORKSPACE, List.of(list.id()))).isEmpty();
    assertThat(world.stores().leads().find(WORKSPACE, id(200))).isPresent();
  }

  @Test
  void refusesToForgetListsInTheDocumentedWords() {
    var theirs = aList(OTHER_WORKSPACE);
    var missing = "{\"error\":\"List not found\",\"code\":\"NOT_FOUND\"}";

    for (var listId : List.of(theirs.id(), id(404), "x")) {
      assertRefused(deleteList("{\"listId\":\"" + listId + "\"}"), 404, missing);
    }
    assertRefused(
        deleteList("{\"listId\":\"" + LeadList.quickSends(WORKSPACE, NOW).id() + "\"}"),
        400,
        "{\"error\":\"Quick Sends list cannot be deleted\",\"code\":\"VALIDATION_ERROR\"}");
    assertRefused(
        deleteList("{\"listId\":\" \"}"),
        400,
        "{\"error\":\"listId is required\",\"code\":\"VALIDATION_ERROR\"}");
    assertRefused(
        deleteList("{\"listId\":\"x\",\"deleteLeads\":1}"),
        400,
        "{\"error\":\"deleteLeads must be a boolean\",\"code\":\"VALIDATION_ERROR\"}");
    assertThat(world.watched().writes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"/api/leads", "/api/lists"})
  void isForKeysThatMay(String path) {
    var locked = world.keyOf(anApiKey().inWorkspace(ApiWorld.READ_ONLY_WORKSPACE));
    var reader = world.keyAllowing(Scope.LEADS_READ);

    assertRefused(
        api.call("DELETE " + path, path, reader, "{}"),
        403,
        "{\"error\":\"Insufficient scope\",\"code\":\"insufficient_scope\"}");
    assertRefused(
        api.call("DELETE " + path, path, "x", "{}"),
        401,
        "{\"error\":\"Unauthorized\",\"code\":\"UNAUTHORIZED\"}");
    assertRefused(
        api.call("DELETE " + path, path, locked, "{}"),
        402,
        "{\"error\":\"READ_ONLY\",\"code\":\"READ_ONLY\",\"reason\":\"past_due\"}");
  }

  private LeadList aList(String workspaceId) {
    var list = LeadList.named(workspaceId, "Spring", "", NOW);
    world.stores().leadLists().insert(list);
    return list;
  }

  private void message(String messageId, MessageStatus status, String leadId) {
    var message = aMessage().withId(messageId).withStatus(status).forLead(leadId).build();
    world.stores().messages().insert(message, Optional.of("lane"), List.of());
  }

  private Answer deleteLeads(String body) {
    return api.call("DELETE /api/leads", "/api/leads", key, body);
  }

  private Answer deleteList(String body) {
    return api.call("DELETE /api/lists", "/api/lists", key, body);
  }
}
