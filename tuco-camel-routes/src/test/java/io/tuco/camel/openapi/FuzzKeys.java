package io.tuco.camel.openapi;

import io.tuco.camel.http.ApiWorld;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.workspace.Scope;
import java.util.List;
import java.util.Random;

/** Keys of every sort; most calls use one that may do everything. */
record FuzzKeys(String ours, String others, List<String> lesser) {

  static FuzzKeys of(ApiWorld world) {
    return new FuzzKeys(
        world.key(),
        world.keyOf(Fixtures.anApiKey().inWorkspace(Fixtures.OTHER_WORKSPACE)),
        List.of(
            world.keyAllowing(Scope.MESSAGES_READ),
            world.keyOf(Fixtures.anApiKey().forLines(ApiWorld.INACTIVE_LINE)),
            world.keyOf(Fixtures.anApiKey().inWorkspace(ApiWorld.READ_ONLY_WORKSPACE)),
            world.keyOf(Fixtures.anApiKey().inWorkspace("org_gone"))));
  }

  String any(Random random) {
    return switch (random.nextInt(30)) {
      case 0 -> "Bearer " + FuzzWords.strange(random);
      case 1 -> FuzzWords.strange(random);
      case 2, 3, 4 -> "Bearer " + FuzzWords.pick(lesser, random);
      case 5 -> "Bearer " + others;
      case 6 -> ours;
      default -> "Bearer " + ours;
    };
  }

  /** Whether the request is one of the other workspace, which may see its own. */
  boolean isOfOthers(FuzzRequest request) {
    return request.headers().values().stream()
        .anyMatch(value -> String.valueOf(value).contains(others));
  }
}
