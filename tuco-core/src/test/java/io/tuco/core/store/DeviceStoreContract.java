package io.tuco.core.store;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.aDevice;
import static io.tuco.core.fixture.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.line.Device;
import io.tuco.core.line.SendMethod;
import io.tuco.core.line.SenderHealth;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link DeviceStore} promises. */
public abstract class DeviceStoreContract {

  private DeviceStore devices;

  /** Stores that remember nothing yet. */
  protected abstract Stores openStores();

  @BeforeEach
  void open() {
    devices = openStores().devices();
  }

  @Test
  void returnsAFullDeviceAsItWasStored() {
    var device = aDevice().withEverything().build();

    devices.insert(device);

    assertThat(devices.find(device.id())).contains(device);
  }

  @Test
  void returnsABareDeviceAsItWasStored() {
    var device = aDevice().withNothing().build();

    devices.insert(device);

    assertThat(devices.find(device.id())).contains(device);
    assertThat(devices.find(id(404))).isEmpty();
  }

  @Test
  void findsManyAtOnce() {
    var one = aDevice().withId(id(0xd1)).build();
    var other = aDevice().withId(id(0xd2)).build();
    devices.insert(one);
    devices.insert(other);
    devices.insert(aDevice().withId(id(0xd3)).build());

    assertThat(devices.findAll(List.of(other.id(), id(404), one.id())))
        .containsExactlyInAnyOrder(one, other);
    assertThat(devices.findAll(List.of())).isEmpty();
  }

  @Test
  void replacesADeviceButNotItsHealth() {
    var probed = SenderHealth.unknown().down("401", NOW.plusMillis(5));
    devices.insert(aDevice().build());
    devices.updateHealth(aDevice().build().id(), probed);
    var renamed = aDevice().named("Studio").sendingBy(SendMethod.PRIVATE_API).build();

    assertThat(devices.update(renamed)).isTrue();
    assertThat(devices.find(renamed.id())).contains(renamed.withHealth(probed));
  }

  @Test
  void replacesTheHealthAlone() {
    var device = aDevice().withEverything().build();
    devices.insert(device);

    assertThat(devices.updateHealth(device.id(), SenderHealth.unknown())).isTrue();
    assertThat(devices.find(device.id())).contains(device.withHealth(SenderHealth.unknown()));
  }

  @Test
  void changesNoDeviceThatIsNotThere() {
    assertThat(devices.update(aDevice().build())).isFalse();
    assertThat(devices.updateHealth(id(404), SenderHealth.unknown())).isFalse();
    assertThat(devices.delete(id(404))).isFalse();
    assertThat(devices.all()).isEmpty();
  }

  @Test
  void forgetsADeletedDevice() {
    var device = aDevice().build();
    devices.insert(device);

    assertThat(devices.delete(device.id())).isTrue();
    assertThat(devices.find(device.id())).isEmpty();
    assertThat(devices.delete(device.id())).isFalse();
  }

  @Test
  void listsAllDevicesOldestFirst() {
    var young = insert(1, 2);
    var old = insert(3, 0);
    var middle = insert(2, 1);

    assertThat(devices.all()).containsExactly(old, middle, young);
  }

  @Test
  void pagesNewestFirst() {
    var young = insert(1, 2);
    var old = insert(3, 0);
    var middle = insert(2, 1);

    var first = devices.page(new PageRequest(1, 2));
    var second = devices.page(new PageRequest(2, 2));

    assertThat(first.items()).containsExactly(young, middle);
    assertThat(second.items()).containsExactly(old);
    assertThat(second.totalCount()).isEqualTo(3);
    assertThat(second.request()).isEqualTo(new PageRequest(2, 2));
    assertThat(devices.page(new PageRequest(3, 2)).items()).isEmpty();
  }

  @Test
  void losesNeitherOfAProbeAndAChangeMadeAtOnce() {
    for (var round = 0; round < 50; round++) {
      var device = aDevice().withId(id(round)).withHealth(SenderHealth.unknown()).build();
      var renamed = aDevice().withId(id(round)).withHealth(SenderHealth.unknown()).named("New");
      var healthy = SenderHealth.healthy(true, NOW);
      devices.insert(device);

      var changed =
          Rivals.race(
              2,
              rival ->
                  rival == 0
                      ? devices.update(renamed.build())
                      : devices.updateHealth(device.id(), healthy));

      assertThat(changed).containsOnly(true);
      assertThat(devices.find(device.id())).contains(renamed.build().withHealth(healthy));
    }
  }

  private Device insert(int number, int age) {
    var device = aDevice().withId(id(number)).createdAt(NOW.plusMillis(age)).build();
    devices.insert(device);
    return device;
  }
}
