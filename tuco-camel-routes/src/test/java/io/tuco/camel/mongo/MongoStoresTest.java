package io.tuco.camel.mongo;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static io.tuco.core.fixture.Fixtures.aWorkspace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.tuco.camel.ConfigurationException;
import io.tuco.camel.standalone.store.EmbeddedStore;
import io.tuco.core.store.StoreException;
import java.nio.file.Path;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MongoStoresTest {

  @RegisterExtension final FreshStores fresh = FreshStores.embedded();

  @Test
  void answersTheCheckWhileTheServerRuns() {
    assertThat(fresh.open().check()).isTrue();
  }

  @Test
  void answersTheCheckWithNoOnceItIsClosed() throws Exception {
    try (var context = new DefaultCamelContext()) {
      var stores = MongoStores.open(context, MongoSettings.of(fresh.uri(), "tuco_closed"));

      stores.close();

      assertThat(stores.check()).isFalse();
    }
  }

  @Test
  void saysWhatFailedWhenTheServerIsGone(@TempDir Path directory) throws Exception {
    var server = EmbeddedStore.open(directory, 0);
    var uri = server.uri() + "&serverSelectionTimeoutMS=200";
    try (var context = new DefaultCamelContext();
        var stores = MongoStores.open(context, MongoSettings.of(uri, "tuco_gone"))) {
      context.start();

      server.close();

      assertThat(stores.check()).isFalse();
      assertThatThrownBy(() -> stores.workspaces().insert(aWorkspace().build()))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("insert on workspaces")
          .hasCauseInstanceOf(MongoException.class);
    }
  }

  @Test
  void answersBeforeTheContextStarts() throws Exception {
    try (var context = new DefaultCamelContext();
        var stores = MongoStores.open(context, MongoSettings.of(fresh.uri(), "tuco_early"))) {
      stores.nodes().retireAll();
      stores.nodes().beat("node-1", NOW.plusSeconds(1));

      assertThat(stores.nodes().beats()).containsOnlyKeys("node-1");
    }
  }

  @Test
  void letsAnEmbedderInterceptItsCalls() throws Exception {
    fresh
        .context()
        .addRoutes(
            new RouteBuilder() {
              @Override
              public void configure() {
                interceptSendToEndpoint("mongodb:tucoMongo*").to("mock:seen");
                from("direct:theirs").to("mock:theirs");
              }
            });

    fresh.open().workspaces().find(WORKSPACE);

    var seen = fresh.context().getEndpoint("mock:seen", MockEndpoint.class);
    assertThat(seen.getReceivedCounter()).isEqualTo(1);
  }

  @Test
  void keepsItsClientToItself() throws Exception {
    fresh.open();

    assertThatThrownBy(
            () ->
                fresh
                    .context()
                    .getEndpoint("mongodb:other?database=d&collection=c&operation=count")
                    .createProducer())
        .hasMessageContaining("other");
  }

  @Test
  void usesItsOwnClientBesideAnEmbedders() throws Exception {
    try (var other = MongoClients.create("mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=100")) {
      fresh.context().getRegistry().bind("theirs", MongoClient.class, other);
      fresh.context().getComponent("mongodb");
      var workspace = aWorkspace().build();

      var workspaces = fresh.open().workspaces();
      workspaces.insert(workspace);

      assertThat(workspaces.find(workspace.id())).contains(workspace);
    }
  }

  @Test
  void asksForAMajorityOnDiskWithEveryWrite() {
    var stores = fresh.open();

    stores.workspaces().insert(aWorkspace().build());
    stores.nodes().beat("node-1", NOW);

    assertThat(fresh.commands().events())
        .isNotEmpty()
        .allSatisfy(
            event ->
                assertThat(event.getCommand().getDocument("writeConcern").getString("w").getValue())
                    .isEqualTo("majority"));
  }

  @Test
  void refusesASecondOpeningOnTheSameContext() {
    fresh.open();

    assertThatThrownBy(fresh::open)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("already");
  }

  @Test
  void refusesAUriThatRisksMessages() {
    var settings = MongoSettings.of("mongodb://127.0.0.1:1/?w=1", "tuco");

    assertThatThrownBy(() -> MongoStores.open(fresh.context(), settings))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("w=majority");
  }

  @Test
  void refusesATextThatIsNoUriWithoutRepeatingIt() {
    var settings = MongoSettings.of("mongo://me:secret@host", "tuco");

    assertThatThrownBy(() -> MongoStores.open(fresh.context(), settings))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageNotContaining("secret");
    assertThat(settings.toString()).doesNotContain("secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a.b", "a&b=c", "a b", "ä"})
  void refusesADatabaseNameThatAnEndpointWouldMisread(String database) {
    assertThatThrownBy(() -> MongoSettings.of("mongodb://127.0.0.1", database))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
