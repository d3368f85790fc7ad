package io.tuco.core.store;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.OTHER_WORKSPACE;
import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static io.tuco.core.fixture.Fixtures.aLine;
import static io.tuco.core.fixture.Fixtures.aMailAccount;
import static io.tuco.core.fixture.Fixtures.anSmsAccount;
import static io.tuco.core.fixture.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.Change;
import io.tuco.core.account.MailAccount;
import io.tuco.core.account.MailSecurity;
import io.tuco.core.address.EmailAddress;
import io.tuco.core.line.Line;
import io.tuco.core.line.LineChange;
import io.tuco.core.line.SenderHealth;
import io.tuco.core.message.MessageType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link LineStore} promises. */
public abstract class LineStoreContract {

  private LineStore lines;

  /** Stores that remember nothing yet. */
  protected abstract Stores openStores();

  @BeforeEach
  void open() {
    lines = openStores().lines();
  }

  @Test
  void returnsAFullLineAsItWasStored() {
    var line = aLine().withEverything().build();

    assertThat(lines.insert(line)).isTrue();
    assertThat(lines.find(WORKSPACE, line.id())).contains(line);
    assertThat(lines.find(line.id())).contains(line);
  }

  @Test
  void returnsABareLineAsItWasStored() {
    var line = aLine().withNothing().build();

    assertThat(lines.insert(line)).isTrue();
    assertThat(lines.find(WORKSPACE, line.id())).contains(line);
  }

  @Test
  void findsALineWithinItsWorkspaceOnly() {
    lines.insert(aLine().build());

    assertThat(lines.find(OTHER_WORKSPACE, aLine().build().id())).isEmpty();
    assertThat(lines.ofWorkspace(OTHER_WORKSPACE)).isEmpty();
    assertThat(lines.find(id(404))).isEmpty();
  }

  @Test
  void findsManyAtOnce() {
    var one = aLine().withId(id(0xe1)).withoutPhone().build();
    var other = aLine().withId(id(0xe2)).withoutPhone().build();
    lines.insert(one);
    lines.insert(other);
    lines.insert(aLine().build());

    assertThat(lines.findAll(List.of(other.id(), id(404), one.id())))
        .containsExactlyInAnyOrder(one, other);
    assertThat(lines.findAll(List.of())).isEmpty();
  }

  @Test
  void losesNoneOfManyChangesAtOnce() {
    var line = aLine().build();
    lines.insert(line);

    Rivals.race(8, number -> lines.change(WORKSPACE, line.id(), LineStoreContract::withOneMore));

    assertThat(lines.find(line.id()).orElseThrow().limits().messagesPerDay())
        .isEqualTo(line.limits().messagesPerDay() + 8);
  }

  @Test
  void changesNeitherAnothersLineNorToAnothersPhone() {
    var line = aLine().build();
    lines.insert(line);
    lines.insert(aLine().withId(id(2)).withPhone("+12025550172").build());
    var taken = aLine().withPhone("+12025550172").build();

    assertThat(lines.change(OTHER_WORKSPACE, line.id(), LineStoreContract::withOneMore)).isEmpty();
    assertThat(lines.change(WORKSPACE, line.id(), found -> taken)).isEmpty();
    assertThat(lines.find(line.id())).contains(line);
  }

  private static Line withOneMore(Line line) {
    var more = Optional.of(line.limits().messagesPerDay() + 1);
    return new LineChange(
            Change.none(),
            Change.none(),
            Optional.empty(),
            Change.none(),
            Optional.empty(),
            new LineChange.LimitsChange(Optional.empty(), more, Optional.empty(), Optional.empty()),
            Change.none(),
            Optional.empty(),
            Optional.empty())
        .appliedTo(line, NOW.plusSeconds(1));
  }

  @Test
  void refusesAPhoneThatServesTheChannelInAnyWorkspace() {
    var line = aLine().build();
    lines.insert(line);
    var rival = aLine().withId(id(2)).inWorkspace(OTHER_WORKSPACE).withEmail("b@example.com");

    assertThat(lines.insert(rival.build())).isFalse();
    assertThat(lines.find(id(2))).isEmpty();
    assertThat(lines.insert(rival.withPhone("+12025550172").build())).isTrue();
  }

  @Test
  void refusesAnEmailThatServesTheChannel() {
    lines.insert(aLine().withEmail("line@example.com").build());
    var rival = aLine().withId(id(2)).withPhone("+12025550172").withEmail("line@example.com");

    assertThat(lines.insert(rival.build())).isFalse();
    assertThat(lines.insert(rival.withEmail("free@example.com").build())).isTrue();
  }

  @Test
  void letsOneAddressServeTwoChannels() {
    lines.insert(aLine().build());
    var sms = aLine().withId(id(2)).forChannel(MessageType.SMS).build();

    assertThat(lines.insert(sms)).isTrue();
    assertThat(lines.find(id(2))).contains(sms);
  }

  @Test
  void acceptsAnyNumberOfLinesWithoutAddress() {
    assertThat(lines.insert(aLine().withoutPhone().build())).isTrue();
    assertThat(lines.insert(aLine().withId(id(2)).withoutPhone().build())).isTrue();
  }

  @Test
  void replacesALine() {
    lines.insert(aLine().withEverything().build());
    var changed = aLine().named("Back").inactive().build();

    assertThat(lines.update(changed)).isTrue();
    assertThat(lines.find(changed.id())).contains(changed);
  }

  @Test
  void updatesNoLineThatIsNotThere() {
    assertThat(lines.update(aLine().build())).isFalse();
    assertThat(lines.find(aLine().build().id())).isEmpty();
    assertThat(lines.insert(aLine().withId(id(2)).build())).isTrue();
  }

  @Test
  void updatesNoLineToAnotherOnesAddress() {
    lines.insert(aLine().build());
    var second = aLine().withId(id(2)).withPhone("+12025550172").build();
    lines.insert(second);

    assertThat(lines.update(aLine().withId(id(2)).build())).isFalse();
    assertThat(lines.find(id(2))).contains(second);
  }

  @Test
  void freesAnAddressThatALineGaveUp() {
    lines.insert(aLine().build());
    lines.update(aLine().withPhone("+12025550172").build());

    assertThat(lines.insert(aLine().withId(id(2)).build())).isTrue();
    assertThat(lines.insert(aLine().withId(id(3)).withPhone("+12025550172").build())).isFalse();
  }

  @Test
  void freesTheAddressesOfADeletedLine() {
    var line = aLine().withEmail("line@example.com").build();
    lines.insert(line);

    assertThat(lines.delete(line.id())).isTrue();
    assertThat(lines.delete(line.id())).isFalse();

    assertThat(lines.find(line.id())).isEmpty();
    assertThat(lines.insert(aLine().withId(id(2)).withEmail("line@example.com").build())).isTrue();
  }

  @Test
  void listsAWorkspacesLinesOldestFirst() {
    var young = aLine().withId(id(1)).withoutPhone().createdAt(NOW.plusMillis(2)).build();
    var old = aLine().withId(id(3)).withoutPhone().inactive().createdAt(NOW).build();
    var middle = aLine().withId(id(2)).withoutPhone().createdAt(NOW.plusMillis(1)).build();
    lines.insert(young);
    lines.insert(old);
    lines.insert(middle);
    lines.insert(aLine().withId(id(4)).inWorkspace(OTHER_WORKSPACE).build());

    assertThat(lines.ofWorkspace(WORKSPACE)).containsExactly(old, middle, young);
  }

  @Test
  void listsADevicesLinesOverAllWorkspaces() {
    var young = aLine().withId(id(1)).createdAt(NOW.plusMillis(2)).onDevice(id(0xd1)).build();
    var old =
        aLine()
            .withId(id(2))
            .inWorkspace(OTHER_WORKSPACE)
            .withoutPhone()
            .onDevice(id(0xd1))
            .build();
    lines.insert(young);
    lines.insert(old);
    lines.insert(aLine().withId(id(3)).withoutPhone().onDevice(id(0xd2)).build());
    lines.insert(aLine().withId(id(4)).withoutPhone().overSms(anSmsAccount()).build());

    assertThat(lines.ofDevice(id(0xd1))).containsExactly(old, young);
    assertThat(lines.ofDevice(id(0xd3))).isEmpty();
  }

  @Test
  void returnsLinesOfTheirOwnAccountAsTheyWereStored() {
    var sms = aLine().withId(id(1)).withoutPhone().overSms(anSmsAccount()).build();
    var mail = aLine().withId(id(2)).withoutPhone().overMail(aMailAccount()).build();
    var bareMail = aLine().withId(id(3)).withoutPhone().overMail(aBareMailAccount()).build();

    lines.insert(sms);
    lines.insert(mail);
    lines.insert(bareMail);

    assertThat(lines.find(sms.id())).contains(sms);
    assertThat(lines.find(mail.id())).contains(mail);
    assertThat(lines.find(bareMail.id())).contains(bareMail);
  }

  @Test
  void listsLinesWithAnAccountOfTheirOwnOldestFirstOverAllWorkspaces() {
    var young = aLine().withId(id(1)).withoutPhone().overSms(anSmsAccount());
    var old = aLine().withId(id(2)).withoutPhone().overMail(aMailAccount());
    lines.insert(young.createdAt(NOW.plusMillis(1)).build());
    lines.insert(old.inWorkspace(OTHER_WORKSPACE).inactive().build());
    lines.insert(aLine().withId(id(3)).build());

    assertThat(lines.withAccounts()).containsExactly(old.build(), young.build());
  }

  @Test
  void findsTheLinesOfAnAccount() {
    var ours = aLine().overSms(anSmsAccount()).build();
    lines.insert(ours);
    lines.insert(aLine().withId(id(3)).withPhone("+12025550199").build());

    assertThat(lines.withAccount(anSmsAccount().accountSid())).containsExactly(ours);
    assertThat(lines.withAccount("AC" + "0".repeat(32))).isEmpty();
  }

  @Test
  void replacesTheHealthOfALinesOwnAccountAlone() {
    var stored = aLine().withoutPhone().overMail(aMailAccount()).build();
    lines.insert(stored);
    lines.update(aLine().withoutPhone().overMail(aMailAccount()).named("Back").build());
    var down = SenderHealth.healthy(false, NOW).down("535 no", NOW.plusMillis(1));

    assertThat(lines.updateHealth(stored.id(), down)).isTrue();

    var changed = lines.find(stored.id()).orElseThrow();
    assertThat(changed.accountHealth()).contains(down);
    assertThat(changed.firstName()).isEqualTo("Back");
  }

  @Test
  void hasNoHealthToReplaceOfALineOnADeviceOrNone() {
    var onDevice = aLine().build();
    lines.insert(onDevice);

    assertThat(lines.updateHealth(onDevice.id(), SenderHealth.unknown())).isFalse();
    assertThat(lines.updateHealth(id(404), SenderHealth.unknown())).isFalse();
    assertThat(lines.find(onDevice.id())).contains(onDevice);
  }

  @Test
  void handsOutTurnsOneByOnePerWorkspaceAndChannel() {
    assertThat(lines.nextTurn(WORKSPACE, "imessage")).isEqualTo(1);
    assertThat(lines.nextTurn(WORKSPACE, "imessage")).isEqualTo(2);
    assertThat(lines.nextTurn(WORKSPACE, "sms")).isEqualTo(1);
    assertThat(lines.nextTurn(OTHER_WORKSPACE, "imessage")).isEqualTo(1);
    assertThat(lines.lastTurn(WORKSPACE, "imessage")).isEqualTo(2);
    assertThat(lines.lastTurn(WORKSPACE, "email")).isZero();
    assertThat(lines.nextTurn(WORKSPACE, "imessage")).isEqualTo(3);
  }

  @Test
  void handsOutEveryTurnOnceUnderRivalry() {
    var turns =
        Rivals.race(
            8,
            rival -> {
              var taken = new ArrayList<Long>();
              for (var turn = 0; turn < 100; turn++) {
                taken.add(lines.nextTurn(WORKSPACE, "imessage"));
              }
              return taken;
            });

    assertThat(turns.stream().flatMap(ArrayList::stream).sorted())
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 800).boxed().toList());
  }

  @Test
  void givesAnAddressToOneOfManyRivals() {
    for (var round = 1; round <= 50; round++) {
      var phone = "+1202555%04d".formatted(round);
      var first = 4 * round;

      var won =
          Rivals.race(
              4, rival -> lines.insert(aLine().withId(id(first + rival)).withPhone(phone).build()));

      assertThat(won).containsOnlyOnce(true);
      assertThat(lines.ofWorkspace(WORKSPACE)).hasSize(round);
    }
  }

  private static MailAccount aBareMailAccount() {
    return new MailAccount(
        "smtp.example.com",
        25,
        MailSecurity.values()[0],
        Optional.empty(),
        Optional.empty(),
        new EmailAddress("clinic@example.com"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void countsEachOutageOfALineOnce() {
    assertThat(lines.noteOutage(WORKSPACE, id(1), "evt_a")).isEqualTo(1);
    assertThat(lines.noteOutage(WORKSPACE, id(1), "evt_a")).isEqualTo(1);
    assertThat(lines.noteOutage(WORKSPACE, id(1), "evt_b")).isEqualTo(2);
    assertThat(lines.noteOutage(WORKSPACE, id(2), "evt_b")).isEqualTo(1);
    assertThat(lines.noteOutage(OTHER_WORKSPACE, id(1), "evt_c")).isEqualTo(1);
    assertThat(lines.latestOutage(WORKSPACE, id(1))).contains("evt_b");
    assertThat(lines.latestOutage(OTHER_WORKSPACE, id(1))).contains("evt_c");
    assertThat(lines.latestOutage(WORKSPACE, id(404))).isEmpty();
  }
}
