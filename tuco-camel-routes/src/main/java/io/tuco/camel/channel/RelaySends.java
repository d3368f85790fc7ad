package io.tuco.camel.channel;

import io.tuco.camel.outbound.AttachmentFiles;
import io.tuco.camel.outbound.OutboundCall;
import io.tuco.core.dispatch.DeliveryOutcome;
import io.tuco.core.dispatch.DispatchCommand;
import io.tuco.core.message.Part.PartFile;

/** A send's part on its way to the relay: its text, or one of its files. */
final class RelaySends {

  private final RelayCallCodec calls;
  private final AttachmentFiles files;

  RelaySends(RelayCallCodec calls, AttachmentFiles files) {
    this.calls = calls;
    this.files = files;
  }

  /** An {@link OutboundCall}; or, without the file, the {@link DeliveryOutcome} that this means. */
  Object begin(DispatchCommand.Send send) {
    return send.part().file().map(file -> upload(send, file)).orElseGet(() -> calls.sendText(send));
  }

  /** Whatever came of it, this part needs its file no more. */
  void end(DispatchCommand.Send send) {
    send.part().file().ifPresent(file -> files.done(send.message(), file.place()));
  }

  private Object upload(DispatchCommand.Send send, PartFile file) {
    return files
        .open(send.message(), file.place())
        .<Object>map(path -> calls.sendFile(send, file, path))
        .orElseGet(() -> DeliveryOutcome.NotSent.because("The attachment has to be fetched again"));
  }
}
