package io.tuco.core.engine;

import io.tuco.core.address.Address;
import io.tuco.core.address.EmailAddress;
import io.tuco.core.engine.OptOuts.Entered;
import io.tuco.core.engine.OptOuts.Person;
import io.tuco.core.lead.DoNotContact;
import io.tuco.core.message.AutomaticAnswer;
import io.tuco.core.message.Happenings;
import io.tuco.core.message.Heard;
import io.tuco.core.message.Heard.Kind;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.optout.OptOutReader;
import io.tuco.core.store.Stores;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Acts on what people write back about being written to at all (API contract, section 9; settled
 * answers 15, 22 and 23). It works in a read-only workspace too. Everything is done in an order in
 * which a crash loses nothing, and what was done is found again: taking a text twice changes
 * nothing the second time, and completes the first.
 */
public final class OptOutReplies implements ReplyConsumer {

  private final Stores stores;
  private final OptOuts optOuts;
  private final OptOutNews news;
  private final AutomaticAnswers answers;
  private final DeviceNeighbours neighbours;

  OptOutReplies(Stores stores, OptOuts optOuts, OptOutNews news, AutomaticAnswers answers) {
    this.stores = stores;
    this.optOuts = optOuts;
    this.news = news;
    this.answers = answers;
    this.neighbours = new DeviceNeighbours(stores);
  }

  /**
   * Reads a text that was received and stored, and does what it asks; what the carrier has
   * understood already, it has answered itself, and nothing is answered from here (Twilio contract,
   * section 5). In force when it returns.
   */
  @Override
  public void take(Message inbound, Instant now) {
    inbound
        .annotations()
        .arrival()
        .optOutWord()
        .ifPresentOrElse(
            word -> takeAsCarrierSays(inbound, word, now), () -> takeAsWritten(inbound, now));
  }

  /**
   * The same by our own reading.
   *
   * @return what was understood
   */
  public Heard takeAsWritten(Message inbound, Instant now) {
    return act(inbound, OptOutReader.read(inbound.content().text()), true, now);
  }

  /**
   * The same as the carrier says.
   *
   * @param word {@code STOP}, {@code START} or {@code HELP}; any other is left to our own reading
   */
  public Heard takeAsCarrierSays(Message inbound, String word, Instant now) {
    return switch (word) {
      case "STOP" -> act(inbound, Heard.stop(word), false, now);
      case "START" -> act(inbound, Heard.of(Kind.START), false, now);
      case "HELP" -> Heard.of(Kind.HELP);
      default -> takeAsWritten(inbound, now);
    };
  }

  /**
   * The person has used the link of a mail. The page answers; nothing is written to the person.
   *
   * @param messageId the mail
   */
  public void takeClick(
      String workspaceId,
      Optional<String> leadId,
      EmailAddress address,
      String messageId,
      Instant now) {
    var person = optOuts.personOf(workspaceId, leadId, Optional.of(address));
    var why = Optional.of("Unsubscribed by the link of an e-mail");
    var entered = optOuts.suppress(person, messageId, why, now);
    var cancelled = optOuts.cancel(person, now);
    ownEntry(entered)
        .ifPresent(
            entry ->
                stores
                    .messages()
                    .find(workspaceId, messageId)
                    .ifPresent(
                        mail ->
                            news.tellBy(
                                mail,
                                new OptOutNews.News(
                                    person, entry, "LIST-UNSUBSCRIBE", cancelled))));
  }

  private Heard act(Message given, Heard heard, boolean answering, Instant now) {
    if (heard.kind() == Kind.NOTHING || addressOf(given).isEmpty()) {
      return Heard.of(Kind.NOTHING);
    }
    var inbound = stores.messages().find(given.workspaceId(), given.id()).orElse(given);
    return switch (heard.kind()) {
      case STOP -> stop(inbound, heard, answering, now);
      case START -> start(inbound, answering, now);
      case HELP -> help(inbound, now);
      default -> doubt(inbound, heard, now);
    };
  }

  /** All entries first, in every workspace; then what waits; what is noted of the text last. */
  private Heard stop(Message inbound, Heard heard, boolean answering, Instant now) {
    if (inbound.content().heard().isPresent()) {
      return heard;
    }
    var address = addressOf(inbound).orElseThrow();
    var keyword = heard.keyword().orElseThrow();
    var why = Optional.of("Opted out by text: " + keyword);
    var person =
        optOuts.personOf(inbound.workspaceId(), inbound.origin().leadId(), Optional.of(address));
    var elsewhere = neighbours.whoWroteTo(inbound, address, now);
    var entered = optOuts.suppress(person, inbound.id(), why, now);
    var enteredElsewhere =
        elsewhere.stream().map(by -> elsewhere(by, inbound, address, why, now)).toList();
    var begun = optOuts.begun(person);
    var cancelled = optOuts.cancel(person, now);
    enteredElsewhere.forEach(there -> tellElsewhere(there, keyword, now));
    var entry = ownEntry(entered);
    if (answering && entry.isPresent()) {
      answers.answer(inbound, AutomaticAnswer.UNSUBSCRIBED, now);
    }
    note(inbound, heard, person, entry, cancelled, begun, now);
    return heard;
  }

  private void note(
      Message inbound,
      Heard heard,
      Person person,
      Optional<DoNotContact> entry,
      int cancelled,
      List<String> begun,
      Instant now) {
    if (entry.isEmpty()) {
      amend(inbound.heard(heard, Happenings.OPTED_OUT_ALREADY, now));
      return;
    }
    var noted =
        inbound
            .heard(heard, Happenings.OPTED_OUT, now)
            .explained(detail(heard.keyword().orElseThrow(), cancelled, begun));
    news.tell(
        new OptOutNews.News(person, entry.get(), heard.keyword().orElseThrow(), cancelled), noted);
  }

  private static String detail(String keyword, int cancelled, List<String> begun) {
    var done = keyword + "; cancelled: " + cancelled;
    return begun.isEmpty() ? done : done + "; begun before: " + String.join(", ", begun);
  }

  /** What a STOP came to in another workspace of the device. */
  private record Elsewhere(Message by, Person person, List<Entered> entered) {}

  private Elsewhere elsewhere(
      Message by, Message inbound, Address address, Optional<String> why, Instant now) {
    var person = optOuts.personOf(by.workspaceId(), by.origin().leadId(), Optional.of(address));
    return new Elsewhere(by, person, optOuts.suppress(person, inbound.id(), why, now));
  }

  private void tellElsewhere(Elsewhere there, String keyword, Instant now) {
    var cancelled = optOuts.cancel(there.person(), now);
    ownEntry(there.entered())
        .ifPresent(
            entry ->
                news.tellBy(
                    there.by(), new OptOutNews.News(there.person(), entry, keyword, cancelled)));
  }

  /** What this opt-out entered itself; the address that was used comes first. */
  private static Optional<DoNotContact> ownEntry(List<Entered> entered) {
    return entered.stream().filter(Entered::isNew).map(Entered::entry).findFirst();
  }

  /** Lifts what the person entered before writing this, and nothing an operator did. */
  private Heard start(Message inbound, boolean answering, Instant now) {
    var person =
        optOuts.personOf(inbound.workspaceId(), inbound.origin().leadId(), addressOf(inbound));
    var since = AutomaticAnswers.receivedAt(inbound);
    var theirs =
        stores.doNotContact().find(person.workspaceId(), person.addresses()).stream()
            .filter(entry -> entry.source() == DoNotContact.Source.OPT_OUT)
            .filter(entry -> !entry.createdAt().isAfter(since))
            .toList();
    var known = inbound.content().heard().isPresent();
    if (theirs.isEmpty() && !known) {
      // "Yes" to whatever was asked.
      return Heard.of(Kind.NOTHING);
    }
    var heard = Heard.of(Kind.START);
    if (!known) {
      amend(inbound.heard(heard, Happenings.SUBSCRIBED, now));
    }
    theirs.forEach(entry -> stores.doNotContact().remove(entry.workspaceId(), entry.id()));
    if (answering) {
      answers.answer(inbound, AutomaticAnswer.SUBSCRIBED, now);
    }
    return heard;
  }

  private Heard help(Message inbound, Instant now) {
    answers.answer(inbound, AutomaticAnswer.HELP, now);
    return Heard.of(Kind.HELP);
  }

  private Heard doubt(Message inbound, Heard heard, Instant now) {
    if (inbound.content().heard().isEmpty()) {
      amend(inbound.heard(heard, Happenings.NEEDS_REVIEW, now));
    }
    return heard;
  }

  private void amend(Message noted) {
    stores.messages().amend(MessageStatus.RECEIVED, noted, List.of());
  }

  private static Optional<Address> addressOf(Message inbound) {
    var recipient = inbound.recipient();
    return recipient.phone().<Address>map(phone -> phone).or(recipient::email);
  }
}
