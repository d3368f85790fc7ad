package io.tuco.camel.mongo;

import io.tuco.core.line.Device;
import io.tuco.core.line.SenderHealth;
import io.tuco.core.store.DeviceStore;
import io.tuco.core.store.Page;
import io.tuco.core.store.PageRequest;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.Document;

/** {@code devices}: one command each, a page two. */
final class MongoDeviceStore implements DeviceStore {

  private final MongoCollectionCalls devices;

  MongoDeviceStore(MongoCollectionCalls devices) {
    this.devices = devices;
  }

  @Override
  public void insert(Device device) {
    devices.insert(DeviceDocument.of(device));
  }

  @Override
  public Optional<Device> find(String deviceId) {
    return devices.findById(deviceId).map(DeviceDocument::read);
  }

  @Override
  public List<Device> findAll(Collection<String> deviceIds) {
    return devices.findByIds(deviceIds).stream().map(DeviceDocument::read).toList();
  }

  @Override
  public boolean update(Device device) {
    var changed = DeviceDocument.of(device);
    changed.remove(DeviceDocument.HEALTH);
    return devices.update(new Document("_id", device.id()), Replacement.by(changed, List.of()));
  }

  @Override
  public boolean updateHealth(String deviceId, SenderHealth health) {
    var part = new Document(DeviceDocument.HEALTH, HealthDocument.of(health));
    return devices.update(new Document("_id", deviceId), new Document("$set", part));
  }

  @Override
  public boolean delete(String deviceId) {
    return devices.remove(new Document("_id", deviceId)) > 0;
  }

  @Override
  public List<Device> all() {
    return devices.findAll(all("createdAt", "_id")).stream()
        .map(DeviceDocument::read)
        .collect(Collectors.toList());
  }

  @Override
  public Page<Device> page(PageRequest request) {
    return devices.page(all("-createdAt", "-_id"), request, DeviceDocument::read);
  }

  private static Question all(String... order) {
    return Question.about(new Document()).sortedBy(MongoIndex.order(order));
  }
}
