package io.tuco.camel.http.api;

import io.tuco.camel.http.OrAnswer;
import io.tuco.core.address.EmailAddress;
import io.tuco.core.address.PhoneNumber;
import io.tuco.core.store.ReplyFilter;
import java.util.Optional;

/**
 * The filters of the list of replies, in the contract's order (section 10).
 *
 * @param isOfNobody whether it asks for an address that is none, and so has written nothing
 */
record ReplyQuery(ReplyFilter filter, Optional<String> campaignId, boolean isOfNobody) {

  static OrAnswer<ReplyQuery> of(ApiCall call) {
    var words = new FilterWords(call.request());
    var lead = words.id("leadId");
    var campaign = words.id("campaignId");
    var line = words.id("lineId");
    var dates = words.dates();
    var lines = words.lines(line, call.access().key());
    var region = call.access().workspace().defaultRegion();
    var phone = words.text("recipientPhone");
    var readPhone = phone.flatMap(text -> PhoneNumber.parse(text, region).value());
    var email = words.text("recipientEmail");
    var readEmail = email.flatMap(text -> EmailAddress.parse(text).value());
    var unread =
        phone.isPresent() && readPhone.isEmpty() || email.isPresent() && readEmail.isEmpty();
    return words.orRefusal(
        () ->
            new ReplyQuery(
                new ReplyFilter(lines, lead, readPhone, readEmail, dates.from(), dates.to()),
                campaign,
                unread));
  }
}
