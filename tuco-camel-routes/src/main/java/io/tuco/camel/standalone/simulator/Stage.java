package io.tuco.camel.standalone.simulator;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;

/** The simulator's parts, put together: one log, one state and the two doors to them. */
final class Stage {

  private final RelayLog log;
  private final IdleWatch watch;
  private final RelayDoor relay;
  private final ControlApi control;

  private Stage(RelayLog log, IdleWatch watch, RelayDoor relay, ControlApi control) {
    this.log = log;
    this.watch = watch;
    this.relay = relay;
    this.control = control;
  }

  /** Reads back what the data directory remembers. */
  static Stage set(RelaySimulatorOptions options, Vertx vertx) {
    var state = new RelayState();
    var webhookFile = new WebhookFile(options.dataDir());
    webhookFile.load(state);
    var logFile = options.dataDir().resolve("relay-log.jsonl");
    var log = RelayLog.open(logFile, vertx.getOrCreateContext(), state::remember);
    var faults = new Faults(options.clock());
    var poster = new WebhookPoster(vertx, faults);
    var files = new AttachmentFiles(vertx.fileSystem(), options.dataDir());
    var guids = new Guids(options.random(), guid -> state.deviceWith(guid).isPresent());
    var ledger = new Ledger(options.clock(), guids, state, log, files, poster);
    var departures = new Departures(ledger, faults, vertx, options.messageDelay());
    var api =
        new RelayApi(
            options.password(),
            new LookupCalls(faults, files, options.clock()),
            new SendCalls(departures),
            new ChatCalls(departures, poster),
            new WebhookCalls(state, webhookFile));
    return new Stage(
        log,
        new IdleWatch(options.clock(), options.idleLimit()),
        new RelayDoor(api, state, log, ledger, faults),
        new ControlApi(state, faults, ledger, new Arrivals(state, ledger)));
  }

  void enter(HttpServerRequest request) {
    watch.asked();
    if (ControlApi.isFor(request.path())) {
      control.enter(request);
    } else {
      relay.enter(request);
    }
  }

  RelayLog log() {
    return log;
  }

  IdleWatch watch() {
    return watch;
  }
}
