package io.tuco.core.store.memory;

import io.tuco.core.address.Address;
import io.tuco.core.dispatch.Touches;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.store.MessageFilter;
import io.tuco.core.store.Page;
import io.tuco.core.store.PageRequest;
import io.tuco.core.store.Reply;
import io.tuco.core.store.ReplyFilter;
import io.tuco.core.store.ReplyStore;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

final class InMemoryReplyStore implements ReplyStore {

  private static final Set<MessageStatus> LEFT =
      Set.of(MessageStatus.SENT, MessageStatus.DELIVERED);

  private final Table<Message> messages;

  InMemoryReplyStore(Table<Message> messages) {
    this.messages = messages;
  }

  @Override
  public Page<Reply> page(String workspaceId, ReplyFilter filter, PageRequest request) {
    var seen = new HashSet<Optional<String>>();
    var newest =
        messages.newestFirst(isReply(workspaceId).and(reply -> matches(filter, reply))).stream()
            .filter(reply -> seen.add(reply.person()))
            .toList();
    var part = Table.page(newest, request);
    return new Page<>(
        part.items().stream().map(reply -> rowOf(reply, filter.lineIds())).toList(),
        request,
        part.totalCount());
  }

  @Override
  public Reply rowOf(Message reply, Set<String> lineIds) {
    var seen = isSeen(reply, lineIds);
    return new Reply(
        reply,
        latest(
            isReply(reply.workspaceId())
                .and(seen)
                .and(each -> each.person().equals(reply.person()))),
        latest(seen.and(each -> LEFT.contains(each.status()) && isTo(each, reply))));
  }

  @Override
  public Optional<Message> lastSent(Collection<String> lineIds, Address to) {
    var marks =
        lineIds.stream()
            .flatMap(line -> Touches.marksOfAnybody(line, to.value()).stream())
            .toList();
    return messages
        .newestFirst(
            each ->
                LEFT.contains(each.status())
                    && marks.stream().anyMatch(each.progress().contact().touches()::contains))
        .stream()
        .max(Comparator.comparing(each -> each.timeline().sentAt().orElse(Instant.MIN)));
  }

  @Override
  public Optional<Message> lastHeard(Collection<String> lineIds, Address from) {
    return messages
        .newestFirst(
            each ->
                each.isReply()
                    && each.origin().lineId().filter(lineIds::contains).isPresent()
                    && Stream.concat(
                            each.recipient().phone().stream(), each.recipient().email().stream())
                        .anyMatch(from::equals))
        .stream()
        .findFirst();
  }

  /** Up to the reply, over one of these lines. */
  private static Predicate<Message> isSeen(Message reply, Set<String> lineIds) {
    var at = reply.timeline().createdAt();
    return each ->
        each.workspaceId().equals(reply.workspaceId())
            && !each.timeline().createdAt().isAfter(at)
            && (lineIds.isEmpty() || each.origin().lineId().filter(lineIds::contains).isPresent());
  }

  /** To the lead; where none is known, what the reply's line has written to the address. */
  private static boolean isTo(Message sent, Message reply) {
    var lead = reply.origin().leadId();
    return lead.isPresent()
        ? sent.origin().leadId().equals(lead)
        : marksOf(reply).stream().anyMatch(sent.progress().contact().touches()::contains);
  }

  private static List<String> marksOf(Message reply) {
    return reply.origin().lineId().stream()
        .flatMap(line -> reply.person().map(who -> Touches.marksOfAnybody(line, who)).stream())
        .flatMap(List::stream)
        .toList();
  }

  private List<Message> latest(Predicate<Message> wanted) {
    return messages.newestFirst(wanted).stream().limit(Reply.MOST).toList();
  }

  private static Predicate<Message> isReply(String workspaceId) {
    return message -> message.workspaceId().equals(workspaceId) && message.isReply();
  }

  private static boolean matches(ReplyFilter filter, Message reply) {
    var asked =
        new MessageFilter(
            Set.of(),
            filter.lineIds(),
            filter.leadId(),
            Optional.empty(),
            filter.from(),
            filter.to());
    var recipient = reply.recipient();
    return MessageFilters.matches(asked, reply)
        && (filter.phone().isEmpty() || recipient.phone().equals(filter.phone()))
        && (filter.email().isEmpty() || recipient.email().equals(filter.email()));
  }
}
