package io.tuco.connectors.hubspot.fake;

import io.tuco.core.crm.FakeCall;
import io.tuco.core.crm.FakeCrm.Reply;
import java.time.Instant;
import java.time.ZoneId;
import java.util.regex.Pattern;

/** A portal, and the calls that it answers. */
final class FakePortal {

  private static final String CONTACTS = "/crm/v3/objects/contacts";
  private static final Pattern CONTACT = Pattern.compile(CONTACTS + "/([^/]+)");
  private static final Pattern ENGAGEMENTS =
      Pattern.compile("/crm/v3/objects/(communications|notes)(/batch/read)?");
  private static final Pattern ASSOCIATED =
      Pattern.compile("/crm/v4/objects/contacts/([0-9]+)/associations/(communications|notes)");
  private static final Pattern OWNER = Pattern.compile("/crm/v3/owners/([0-9]+)");

  private final String id;
  private final ZoneId zone;
  private final FakeContacts contacts = new FakeContacts();
  private final FakeSearch search = new FakeSearch(contacts);
  private final FakeEngagements engagements = new FakeEngagements(contacts);
  private final FakeCallbacks callbacks = new FakeCallbacks();
  private final FakeLimits limits;

  FakePortal(String id, ZoneId zone) {
    this.id = id;
    this.zone = zone;
    this.limits = new FakeLimits(zone);
  }

  FakeContacts contacts() {
    return contacts;
  }

  FakeSearch search() {
    return search;
  }

  FakeEngagements engagements() {
    return engagements;
  }

  FakeCallbacks callbacks() {
    return callbacks;
  }

  FakeLimits limits() {
    return limits;
  }

  Reply answer(FakeCall call, Instant now) {
    return switch (call.operation()) {
      case "GET /account-info/v3/details" -> details();
      case "GET " + CONTACTS -> contacts.list(call);
      case "POST " + CONTACTS -> contacts.create(call, now);
      case "POST " + CONTACTS + "/search" -> search.search(call, now);
      case "POST " + CONTACTS + "/batch/upsert" -> contacts.upsert(call, now);
      case "POST /integrators/timeline/v3/events" -> engagements.event(call);
      default -> named(call, now);
    };
  }

  private Reply details() {
    return Json.reply(
        200, Json.object().put("portalId", Long.parseLong(id)).put("timeZone", zone.getId()));
  }

  private Reply named(FakeCall call, Instant now) {
    var contact = CONTACT.matcher(call.path());
    if (contact.matches() && call.method().equals("GET")) {
      return contacts.read(call, contact.group(1));
    }
    if (contact.matches() && call.method().equals("PATCH")) {
      return contacts.patch(call, contact.group(1), now);
    }
    var engagement = ENGAGEMENTS.matcher(call.path());
    if (engagement.matches() && call.method().equals("POST")) {
      return engagement.group(2) == null
          ? engagements.create(call, engagement.group(1))
          : engagements.read(call, engagement.group(1));
    }
    var associated = ASSOCIATED.matcher(call.path());
    if (associated.matches()) {
      return engagements.associated(call, associated.group(1), associated.group(2));
    }
    var owner = OWNER.matcher(call.path());
    return owner.matches() ? contacts.owner(owner.group(1)) : callbacks.answer(call);
  }
}
