package io.tuco.core.story;

import io.tuco.core.address.PhoneNumber;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.intake.AttachmentWords;
import io.tuco.core.intake.RecipientWords;
import io.tuco.core.intake.SubmitMessage;
import io.tuco.core.intake.WindowWords;
import io.tuco.core.lead.DoNotContact;
import io.tuco.core.message.CrmIds;
import io.tuco.core.secret.Sealed;
import io.tuco.core.workspace.SmsFallback;
import io.tuco.core.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What people ask for in the stories. */
final class Requests {

  static final String ADA = "+12025550100";
  static final String BOB = "+12025550111";
  static final String CAROL = "+12025550122";

  private Requests() {}

  /** An iMessage to Ada. */
  static SubmitMessage aText(String text) {
    return aTextTo(ADA, text);
  }

  static SubmitMessage aTextTo(String phone, String text) {
    return SubmitMessage.text(text, RecipientWords.nobody().withPhone(phone));
  }

  /** An iMessage to the person of this number, one of many. */
  static SubmitMessage aTextTo(int person, String text) {
    return aTextTo("+1202555%04d".formatted(1_000 + person), text);
  }

  static SubmitMessage anSms(String text) {
    return ofType("sms", aText(text));
  }

  static SubmitMessage aMailTo(String address, String text) {
    return ofType("email", SubmitMessage.text(text, RecipientWords.nobody().withEmail(address)));
  }

  static RecipientWords adaWithSecondPhone(String second) {
    var none = Optional.<String>empty();
    return new RecipientWords(
        Optional.of(ADA),
        none,
        none,
        none,
        List.of(Optional.of(second), none, none),
        List.of(none, none, none),
        Optional.empty());
  }

  static SubmitMessage ofType(String type, SubmitMessage words) {
    return with(words, Optional.of(type), words.attachments(), words.fallbackSmsOnFailed());
  }

  static SubmitMessage withFiles(SubmitMessage words, String... names) {
    var urls = Stream.of(names).map(name -> Optional.of("https://files.example/" + name)).toList();
    var files = new AttachmentWords(true, urls, List.of(names));
    return with(words, words.messageType(), files, words.fallbackSmsOnFailed());
  }

  static SubmitMessage withTextOnFailure(SubmitMessage words) {
    return with(words, words.messageType(), words.attachments(), Optional.of(true));
  }

  private static SubmitMessage with(
      SubmitMessage words,
      Optional<String> type,
      AttachmentWords files,
      Optional<Boolean> fallbackSmsOnFailed) {
    return new SubmitMessage(
        words.message(),
        words.subject(),
        type,
        words.recipient(),
        files,
        words.window(),
        words.fromLineId(),
        fallbackSmsOnFailed,
        words.batchId(),
        words.contactOwnerEmail(),
        CrmIds.none());
  }

  /** From nine to ten in New York. */
  static WindowWords fromNineToTen() {
    return new WindowWords(
        Optional.empty(),
        Optional.of("America/New_York"),
        Optional.of("09:00"),
        Optional.of("10:00"),
        List.of());
  }

  /** The workspace with an account that texts leave from. */
  static Workspace withTexts(Workspace workspace) {
    return workspace.withSmsFallback(
        new SmsFallback(
            true,
            Optional.of("AC0123456789abcdef0123456789abcdef"),
            Optional.of(new Sealed("sealed-token")),
            Optional.of(new PhoneNumber("+12025550180")),
            Optional.empty(),
            false,
            Optional.empty(),
            Optional.empty()),
        Fixtures.NOW);
  }

  static DoNotContact doNotContact(String workspaceId, String phone) {
    return new DoNotContact(
        Fixtures.id(0xdc),
        workspaceId,
        new PhoneNumber(phone),
        Optional.empty(),
        DoNotContact.Source.MANUAL,
        Fixtures.NOW);
  }
}
