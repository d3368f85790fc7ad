package io.tuco.camel.failpoint;

import static io.tuco.camel.failpoint.StoreMoment.after;
import static io.tuco.camel.failpoint.StoreMoment.before;

import io.tuco.core.crm.ContactLink;
import io.tuco.core.crm.CrmJob;
import io.tuco.core.dispatch.Intent;
import io.tuco.core.dispatch.Lane;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.message.Send;
import io.tuco.core.store.ContactLinkStore;
import io.tuco.core.store.CrmJobStore;
import io.tuco.core.store.DeliveryStore;
import io.tuco.core.store.EventStreamStore;
import io.tuco.core.store.IdempotencyStore;
import io.tuco.core.store.LaneStore;
import io.tuco.core.store.LeadStore;
import io.tuco.core.store.MessageStore;
import io.tuco.core.store.Stores;
import io.tuco.core.store.WebhookStore;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Stores with failpoints before and after what they do. */
public final class FailpointStores {

  private static final Set<Class<?>> WATCHED =
      Set.of(
          MessageStore.class,
          LaneStore.class,
          LeadStore.class,
          IdempotencyStore.class,
          DeliveryStore.class,
          ContactLinkStore.class,
          CrmJobStore.class,
          EventStreamStore.class,
          WebhookStore.class);

  private final ArmedFailpoint armed;

  /** Attempts of which this process has stored that nobody knows what became of them. */
  private final Set<Object> unknown = ConcurrentHashMap.newKeySet();

  private final List<StoreMoment> moments =
      List.of(
          after(
              IdempotencyStore.class,
              "insert",
              Point.ACCEPT_SAME_KEY_IN_FLIGHT,
              StoreMoment.Call::succeeded),
          after(LeadStore.class, "create", Point.ACCEPT_LEAD_WRITTEN_MESSAGE_NOT, done -> true),
          before(
              MessageStore.class,
              "insert",
              Point.ACCEPT_BEFORE_INSERT,
              call -> !isFollowUp(call.argument(0))),
          before(
              MessageStore.class,
              "insert",
              Point.FALLBACK_AFTER_DECISION_BEFORE_SMS,
              call -> isFollowUp(call.argument(0))),
          after(
              MessageStore.class,
              "insert",
              Point.ACCEPT_AFTER_INSERT,
              done -> !isFollowUp(done.argument(0))),
          after(
              MessageStore.class,
              "heads",
              Point.DISPATCH_AFTER_HEAD_READ,
              StoreMoment.Call::foundSome),
          before(
              LaneStore.class,
              "replace",
              Point.DISPATCH_BEFORE_INTENT,
              FailpointStores::opensAnIntent),
          after(
              LaneStore.class,
              "replace",
              Point.DISPATCH_AFTER_INTENT_BEFORE_BEGIN,
              done -> done.succeeded() && opensAnIntent(done)),
          before(
              LaneStore.class, "replace", Point.LANES_BEFORE_TAKEOVER, FailpointStores::takesOver),
          after(
              LaneStore.class,
              "replace",
              Point.LANES_AFTER_TAKEOVER,
              done -> done.succeeded() && takesOver(done)),
          after(
              MessageStore.class,
              "beginSend",
              Point.DISPATCH_AFTER_INTENT,
              StoreMoment.Call::succeeded),
          before(
              MessageStore.class,
              "record",
              Point.SETTLE_AFTER_DECISION_BEFORE_WRITE,
              this::settles),
          after(
              MessageStore.class,
              "record",
              Point.DISPATCH_AFTER_RESULT_BEFORE_RELEASE,
              done -> done.succeeded() && isResult(done.argument(1))),
          before(
              MessageStore.class,
              "markDrained",
              Point.DISPATCH_AFTER_PUBLISH_BEFORE_MARK,
              call -> true),
          after(
              DeliveryStore.class,
              "insertMissing",
              Point.WEBHOOKS_BEFORE_POST,
              StoreMoment.Call::foundSome),
          before(
              DeliveryStore.class,
              "record",
              Point.WEBHOOKS_AFTER_ANSWER_BEFORE_RESULT,
              call -> true),
          before(
              ContactLinkStore.class,
              "replace",
              Point.CRM_AFTER_CONTACT_BEFORE_LINK,
              call -> ((ContactLink) call.argument(1)).contactId().isPresent()),
          before(
              CrmJobStore.class,
              "record",
              Point.CRM_AFTER_DEED_BEFORE_RESULT,
              call -> ((CrmJob) call.argument(1)).status() == CrmJob.Status.DONE),
          before(
              EventStreamStore.class,
              "handOver",
              Point.DISPATCH_AFTER_PUBLISH_BEFORE_MARK,
              call -> true),
          before(
              EventStreamStore.class,
              "markStreamed",
              Point.STREAM_AFTER_PUBLISH_BEFORE_MARK,
              call -> !((Collection<?>) call.argument(0)).isEmpty()),
          after(
              WebhookStore.class,
              "rotate",
              Point.WEBHOOKS_DURING_ROTATION,
              StoreMoment.Call::succeeded),
          after(LaneStore.class, "inFlight", Point.TICKS_MID_SWEEP, StoreMoment.Call::foundSome));

  private FailpointStores(ArmedFailpoint armed) {
    this.armed = armed;
  }

  /** The same stores, watched. */
  public static Stores over(Stores stores, ArmedFailpoint armed) {
    return new FailpointStores(armed).watched(Stores.class, stores);
  }

  private <T> T watched(Class<T> port, Object behind) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            // What a port says by its other methods happens when those are called.
            (proxy, method, arguments) ->
                method.isDefault()
                    ? InvocationHandler.invokeDefault(proxy, method, arguments)
                    : call(port, behind, method, arguments)));
  }

  private @Nullable Object call(
      Class<?> port, Object behind, Method method, @Nullable Object @Nullable [] given)
      throws Throwable {
    var arguments = given == null ? new Object[0] : given;
    reach(new StoreMoment.Call(port, method.getName(), arguments, null), true);
    var result = invoke(behind, method, arguments);
    reach(new StoreMoment.Call(port, method.getName(), arguments, result), false);
    var part = method.getReturnType();
    return result != null && WATCHED.contains(part) ? watched(part, result) : result;
  }

  private void reach(StoreMoment.Call call, boolean before) {
    moments.stream()
        .filter(moment -> moment.isAt(call, before))
        .forEach(moment -> armed.reach(moment.point()));
  }

  private static @Nullable Object invoke(Object behind, Method method, @Nullable Object[] arguments)
      throws Throwable {
    try {
      return method.invoke(behind, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static boolean isFollowUp(Object message) {
    return ((Message) message).origin().fallbackOf().isPresent();
  }

  private static boolean opensAnIntent(StoreMoment.Call call) {
    return openIn(call.argument(1)).size() > openIn(call.argument(0)).size();
  }

  /** Whether an open intent changes hands. */
  private static boolean takesOver(StoreMoment.Call call) {
    return openIn(call.argument(0)).size() == openIn(call.argument(1)).size()
        && !ownersIn(call.argument(0)).equals(ownersIn(call.argument(1)));
  }

  private static List<String> ownersIn(Object lane) {
    return openIn(lane).stream().map(Intent::owner).toList();
  }

  private static List<Intent> openIn(Object lane) {
    return List.copyOf(((Lane) lane).inFlight());
  }

  private static boolean isResult(Object message) {
    return ((Message) message).status() != MessageStatus.SENDING;
  }

  /** Whether it is the result of an attempt whose unknown outcome was stored before. */
  private boolean settles(StoreMoment.Call call) {
    var after = (Message) call.argument(1);
    if (after.isUnknown()) {
      unknown.add(after.progress().send().map(Send::id).orElseThrow());
      return false;
    }
    return unknown.contains(call.argument(0));
  }
}
