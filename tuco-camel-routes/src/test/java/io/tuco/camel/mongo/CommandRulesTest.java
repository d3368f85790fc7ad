package io.tuco.camel.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That the rules which watch every contract test notice a breach. */
final class CommandRulesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          MESSAGES | {status: 'sent'}
          MESSAGES | {_id: 'm-1'}
          MESSAGES | {status: 'sent', workspaceId: 'org_1'}
          MESSAGES | {}
          DELIVERIES | {workspaceId: {$gt: ''}}
          LEADS    | {'addresses.phone': '+12025550100'}
          """)
  void noticesAQuestionThatCrossesWorkspaces(StoredCollection collection, String filter) {
    assertThat(CommandRules.flawOf(asked(collection, filter, "{}")))
        .hasValueSatisfying(flaw -> assertThat(flaw).startsWith("crosses workspaces"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          MESSAGES   | {workspaceId: 'org_1'}             | {'timeline.updatedAt': -1}
          MESSAGES   | {workspaceId: 'org_1'}             | {'timeline.createdAt': -1, _id: 1}
          DELIVERIES | {workspaceId: 'org_1'}             | {createdAt: 1}
          LANES      | {freeAt: {$lte: {$date: 0}}}       | {}
          DEVICES    | {}                                 | {name: 1}
          """)
  void noticesAQuestionWithoutAnIndex(StoredCollection collection, String filter, String sort) {
    assertThat(CommandRules.flawOf(asked(collection, filter, sort)))
        .hasValueSatisfying(flaw -> assertThat(flaw).startsWith("has no index"));
  }

  @Test
  void allowsWhatIsListed() {
    var head = "{'waiting.queue': 'device:1 line'}";
    var order = "{'waiting.due': 1, 'waiting.id': 1}";

    assertThat(CommandRules.flawOf(asked(StoredCollection.MESSAGES, head, order))).isEmpty();
  }

  /** They are asked together; each hears of its own, by a value that tells its workspace. */
  @Test
  void allowsWhatSeveralWorkspacesAskAtOnce() {
    var people = "{workspaceId: {$in: ['org_1', 'org_2']}, points: {$in: ['org_1:a', 'org_2:b']}}";

    assertThat(CommandRules.flawOf(asked(StoredCollection.LEADS, people, "{}"))).isEmpty();
  }

  @Test
  void knowsCollectionsThatHaveTenantsAndSomeThatHaveNone() {
    assertThat(Stream.of(StoredCollection.values()).map(StoredCollection::isOfTenants))
        .contains(true, false);
  }

  private static SeenCommand asked(StoredCollection collection, String filter, String sort) {
    return new SeenCommand(
        "find", collection, BsonDocument.parse(filter), BsonDocument.parse(sort));
  }
}
