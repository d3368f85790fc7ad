package io.tuco.camel.kafka;

import io.tuco.camel.kafka.StreamPass.Next;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.CamelContext;
import org.apache.camel.support.service.ServiceSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that passes while there is something to bring into the stream. Nobody waits for it,
 * and however often it is woken meanwhile, it passes once more.
 */
final class StreamWorker extends ServiceSupport {

  private static final Logger LOG = LoggerFactory.getLogger(StreamWorker.class);

  private final AtomicBoolean busy = new AtomicBoolean();
  private final AtomicBoolean asked = new AtomicBoolean();
  private final ExecutorService thread;
  private final KafkaSender sender;
  private final StreamDuty duty;
  private final StreamPass pass;
  private volatile boolean paused;

  private StreamWorker(
      ExecutorService thread, KafkaSender sender, StreamDuty duty, StreamPass pass) {
    this.thread = thread;
    this.sender = sender;
    this.duty = duty;
    this.pass = pass;
  }

  static StreamWorker in(CamelContext context, KafkaParts parts) {
    var thread =
        context
            .getExecutorServiceManager()
            .newSingleThreadExecutor(StreamWorker.class, EventStreamRoutes.PUBLISH);
    var sender = new KafkaSender(context);
    var duty = new StreamDuty(parts.stores().nodes(), parts.nodeId(), parts.clock());
    var queues = List.of(parts.stores().eventStream(), parts.stores().notices());
    var pass = new StreamPass(queues, duty, sender, parts.clock());
    return new StreamWorker(thread, sender, duty, pass);
  }

  /** Something may wait; whether it does, the store knows. */
  void wake() {
    if (!paused) {
      begin();
    }
  }

  /** Time has passed. */
  void tick() {
    paused = false;
    begin();
  }

  private void begin() {
    asked.set(true);
    if (isRunAllowed() && busy.compareAndSet(false, true)) {
      try {
        thread.execute(this::work);
      } catch (RejectedExecutionException stopping) {
        busy.set(false);
      }
    }
  }

  private void work() {
    try {
      while (!paused && isRunAllowed() && asked.getAndSet(false)) {
        var next = pass.run();
        paused = next == Next.PAUSE;
        if (next == Next.AGAIN) {
          asked.set(true);
        }
      }
    } catch (RuntimeException e) {
      paused = true;
      LOG.error("a pass over the event stream failed: {}", e.getClass().getName());
      LOG.debug("its cause", e);
    } finally {
      busy.set(false);
    }
    // Somebody may have asked between the last look and the last line.
    if (!paused && asked.get()) {
      begin();
    }
  }

  @Override
  protected void doStart() {
    sender.start();
  }

  /** Another node need not wait for what we hold. */
  @Override
  protected void doStop() {
    sender.stop();
    try {
      duty.leave();
    } catch (RuntimeException e) {
      LOG.debug("the duty ends by itself", e);
    }
  }
}
