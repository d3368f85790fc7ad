package io.tuco.core.engine;

import io.tuco.core.dispatch.DispatchMachine;
import io.tuco.core.event.MessageEvents;

/**
 * The use cases of sending, put together over one set of stores: lanes' turns, and what people may
 * order meanwhile. One per node.
 */
public final class DispatchEngine {

  private static final int REMEMBERED_LOOK_UPS = 100_000;

  private final NodeLease node;
  private final EndWatch ends;
  private final LaneTurns turns;
  private final WaitingMessages waiting;
  private final SenderWatch senders;
  private final FollowUps followUps;
  private final OptOuts optOuts;
  private final OptOutReplies optOutReplies;
  private final Cancellations cancellations;
  private final LeadRemovals leadRemovals;
  private final Resolutions resolutions;
  private final LateNews lateNews;
  private final ReplyIntake replies;
  private final DeviceNews deviceNews;
  private final DeviceInbox deviceInbox;
  private final Expiry expiry;
  private final Retention retention;
  private final ChatOrders chatOrders;
  private final Replays replays;
  private final LookUps lookUps;
  private final BulkChecks bulkChecks;

  private DispatchEngine(EngineParts parts) {
    var stores = parts.stores();
    var events = new MessageEvents(parts.ids());
    var facts = new RecentFacts(stores, parts.factAge(), parts.nanos());
    var lineUp = new Senders(facts);
    var desks = new LaneDesks();
    var availability = new AvailabilityMemory(REMEMBERED_LOOK_UPS);
    var machine = new DispatchMachine(parts.settings(), parts.clock(), parts.nanos());
    node = new NodeLease(parts.nodeId(), stores.nodes(), parts.clock(), parts.nanos());
    var outages =
        new OutageNews(
            stores, new Notices(stores, parts.renderer(), parts.streamed()), parts.deliver());
    senders = new SenderWatch(stores, facts, desks, outages, parts.wake());
    replays = new Replays(stores.deliveries(), parts.deliver());
    followUps = new FollowUps(stores, events, parts.renderer(), parts.clock(), parts.wake());
    ends = new EndWatch(stores.messages());
    var endings =
        new Endings(
            stores, events, parts.renderer(), followUps, facts, parts.ids(), parts.publish(), ends);
    optOuts = new OptOuts(stores, endings, parts.ids());
    optOutReplies =
        new OptOutReplies(
            stores,
            optOuts,
            new OptOutNews(stores, parts.renderer(), parts.publish()),
            new AutomaticAnswers(stores, facts, parts.wake()));
    waiting = new WaitingMessages(stores, lineUp, endings, parts.wake());
    cancellations = new Cancellations(stores, endings);
    leadRemovals = new LeadRemovals(stores, cancellations);
    resolutions = new Resolutions(stores, endings, facts, parts.wake());
    lateNews =
        new LateNews(stores, endings, desks, new LateCounts(stores, facts, desks), parts.wake());
    var chats = new ChatNews(stores, parts.renderer(), parts.deliver());
    replies =
        new ReplyIntake(
            stores,
            new StatusNews(events, parts.renderer()),
            parts.ids(),
            parts.publish(),
            optOutReplies
                .then(new StopOnReply(stores, facts, cancellations))
                .then(new SandboxReplies(stores.sandboxes(), facts)),
            chats,
            parts.links());
    deviceNews = new DeviceNews(stores, facts, lateNews, replies, chats);
    deviceInbox = new DeviceInbox(stores, deviceNews, parts.nodeId());
    expiry = new Expiry(stores, endings, parts.settings());
    retention = new Retention(stores);
    chatOrders = new ChatOrders(stores, parts.clock());
    lookUps = new LookUps(stores.lookUps(), lineUp, availability, parts.clock());
    bulkChecks = new BulkChecks(stores, node, parts.ids(), parts.clock());
    var claims =
        new LaneClaims(
            stores,
            desks,
            new HeadSearch(stores, facts, lineUp, parts.nanos()),
            new Preparation(
                stores,
                facts,
                lineUp,
                waiting,
                parts.attachments(),
                availability,
                parts.settings(),
                parts.nanos()),
            new Interruptions(stores, facts, lineUp, endings),
            parts.ids(),
            node);
    var records = new SendRecords(stores, desks, endings, senders, optOuts, availability);
    turns =
        new LaneTurns(
            machine,
            new StoreCommands(
                stores, machine, claims, records, desks, senders, node, parts.clock()),
            new Reconciliation(stores.messages()),
            new Suppression(stores),
            availability,
            desks,
            node,
            parts.clock());
  }

  public static DispatchEngine of(EngineParts parts) {
    return new DispatchEngine(parts);
  }

  public NodeLease node() {
    return node;
  }

  public EndWatch ends() {
    return ends;
  }

  public LaneTurns turns() {
    return turns;
  }

  public WaitingMessages waiting() {
    return waiting;
  }

  public SenderWatch senders() {
    return senders;
  }

  public FollowUps followUps() {
    return followUps;
  }

  public OptOuts optOuts() {
    return optOuts;
  }

  public OptOutReplies optOutReplies() {
    return optOutReplies;
  }

  public Cancellations cancellations() {
    return cancellations;
  }

  public LeadRemovals leadRemovals() {
    return leadRemovals;
  }

  public Resolutions resolutions() {
    return resolutions;
  }

  public LateNews lateNews() {
    return lateNews;
  }

  public ReplyIntake replies() {
    return replies;
  }

  public DeviceNews deviceNews() {
    return deviceNews;
  }

  public DeviceInbox deviceInbox() {
    return deviceInbox;
  }

  public Expiry expiry() {
    return expiry;
  }

  public Retention retention() {
    return retention;
  }

  public ChatOrders chatOrders() {
    return chatOrders;
  }

  public Replays replays() {
    return replays;
  }

  public LookUps lookUps() {
    return lookUps;
  }

  public BulkChecks bulkChecks() {
    return bulkChecks;
  }
}
