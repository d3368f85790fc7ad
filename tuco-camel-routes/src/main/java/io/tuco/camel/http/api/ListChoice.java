package io.tuco.camel.http.api;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.ObjectIds;
import io.tuco.camel.http.OrAnswer;
import io.tuco.core.lead.LeadList;
import io.tuco.core.store.LeadListStore;
import java.util.Optional;

/** The list that a call about leads names. */
final class ListChoice {

  private static final HttpAnswer NO_LIST =
      HttpAnswer.error(
          404,
          "List not found. The specified listId does not exist or is invalid. Omit listId to use"
              + " the Quick Sends list.");

  private final LeadListStore lists;

  ListChoice(LeadListStore lists) {
    this.lists = lists;
  }

  OrAnswer<LeadList> of(ApiCall call, String listId) {
    return OrAnswer.of(
        Optional.of(listId)
            .filter(ObjectIds::isOne)
            .flatMap(id -> lists.find(call.workspaceId(), id)),
        NO_LIST);
  }
}
