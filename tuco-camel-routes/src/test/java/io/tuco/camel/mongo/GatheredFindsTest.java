package io.tuco.camel.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tuco.core.store.Rivals;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class GatheredFindsTest {

  private static final int WORKSPACES = 40;

  private final List<Document> stored =
      IntStream.range(0, 200)
          .mapToObj(number -> document(workspace(number % WORKSPACES), number))
          .toList();
  private final List<Document> asked = Collections.synchronizedList(new ArrayList<>());
  private final GatheredFinds finds = new GatheredFinds("points", this::answer, Runnable::run);

  @Test
  void findsWhatHasOneOfTheValuesAndEachOnce() {
    assertThat(finds.find("w1", List.of("w1:1", "w1:alias:1", "w1:41", "w1:nobody")))
        .containsExactlyInAnyOrder(stored.get(1), stored.get(41));
    assertThat(asked).hasSize(1);
  }

  @Test
  void doesNotAskForNothing() {
    assertThat(finds.find("w1", List.of())).isEmpty();
    assertThat(asked).isEmpty();
  }

  @Test
  void answersEachOfManyRivalsWithItsOwn() {
    var found =
        Rivals.race(
            200,
            number -> {
              var workspace = workspace(number % WORKSPACES);
              return finds.find(workspace, List.of(workspace + ":" + number));
            });

    assertThat(found).allSatisfy(own -> assertThat(own).hasSize(1));
    assertThat(found.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(stored);
    assertThat(asked).hasSizeLessThan(200);
  }

  @Test
  void namesTheWorkspacesInEveryQuestionAndNotTooManyPairsOfThem() {
    Rivals.race(
        200,
        number -> {
          var workspace = workspace(number % WORKSPACES);
          return finds.find(workspace, List.of(workspace + ":" + number, workspace + ":x"));
        });

    assertThat(asked)
        .allSatisfy(
            filter -> {
              assertThat(filter.keySet()).containsExactly("workspaceId", "points");
              var workspaces = in(filter, "workspaceId");
              assertThat(workspaces.size() * in(filter, "points").size())
                  .isLessThanOrEqualTo(1_000);
              assertThat(in(filter, "points"))
                  .allMatch(point -> workspaces.contains(point.split(":", 2)[0]));
            });
  }

  @Test
  void findsByValuesThatAloneTellWhoseTheyAre() {
    assertThat(finds.find(List.of("w3:3"))).containsExactly(stored.get(3));
    assertThat(asked.get(0).keySet()).containsExactly("points");
  }

  @Test
  void findsByAFieldOfOneValue() {
    var byId = new GatheredFinds("_id", filter -> List.of(stored.get(7)), Runnable::run);

    assertThat(byId.find("w7", List.of("id7", "id8"))).containsExactly(stored.get(7));
  }

  @Test
  void tellsEverybodyOfAFailureAndGoesOn() {
    var failing =
        new GatheredFinds(
            "points",
            filter -> {
              throw new IllegalArgumentException("refused");
            },
            Runnable::run);

    for (var time = 0; time < 2; time++) {
      assertThatThrownBy(() -> failing.find("w1", List.of("w1:1")))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  /** As a store would. */
  private List<Document> answer(Document filter) {
    asked.add(filter);
    var points = in(filter, "points");
    return stored.stream()
        .filter(document -> !Collections.disjoint(points, document.getList("points", String.class)))
        .toList();
  }

  private static Collection<String> in(Document filter, String field) {
    return filter.get(field, Document.class).getList("$in", String.class);
  }

  private static String workspace(int number) {
    return "w" + number;
  }

  private static Document document(String workspace, int number) {
    return new Document("_id", "id" + number)
        .append("workspaceId", workspace)
        .append("points", List.of(workspace + ":" + number, workspace + ":alias:" + number));
  }
}
