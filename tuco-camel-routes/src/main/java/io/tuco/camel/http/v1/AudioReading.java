package io.tuco.camel.http.v1;

import io.tuco.camel.http.OrAnswer;
import io.tuco.core.address.Address;
import io.tuco.core.intake.AttachmentWords;
import io.tuco.core.intake.SendTerms;
import io.tuco.core.line.Line;
import io.tuco.core.line.SendMethod;
import io.tuco.core.message.StoredFile;
import io.tuco.core.store.DeviceStore;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the body of {@code POST /v1/audio-messages} (/v1 contract, section 4). */
final class AudioReading implements SendReading {

  private static final String AUDIO = "audio_message";

  /** m4a and aac, mp3, wav, caf, aiff, by each name that clients give them. */
  private static final Set<String> SOUNDS =
      Set.of(
          "audio/mp4",
          "audio/x-m4a",
          "audio/m4a",
          "audio/aac",
          "audio/x-aac",
          "audio/mpeg",
          "audio/mp3",
          "audio/wav",
          "audio/x-wav",
          "audio/wave",
          "audio/vnd.wave",
          "audio/caf",
          "audio/x-caf",
          "audio/aiff",
          "audio/x-aiff");

  private final Lines lines;
  private final Chats chats;
  private final Files files;
  private final Answered answered;
  private final DeviceStore devices;

  AudioReading(Lines lines, Chats chats, Files files, Answered answered, DeviceStore devices) {
    this.lines = lines;
    this.chats = chats;
    this.files = files;
    this.answered = answered;
    this.devices = devices;
  }

  /**
   * @param file the core's id
   */
  private record Asked(LineName from, Target to, String file, Optional<Answered.Name> replyTo) {}

  @Override
  public OrAnswer<Sending> read(Call call) {
    return asked(call)
        .then(
            asked ->
                lines
                    .named(call, asked.from(), asked.to())
                    .unless(
                        line ->
                            canRecord(line)
                                ? Optional.empty()
                                : Optional.of(
                                    ErrorCode.ADVANCED_FEATURES_REQUIRED.answerOf("from")))
                    .then(line -> sending(call, asked, line)));
  }

  /** Only a device's private interface makes a voice message of a file. */
  private boolean canRecord(Line line) {
    return line.deviceId()
        .flatMap(devices::find)
        .filter(device -> device.effectiveMethod() == SendMethod.PRIVATE_API)
        .isPresent();
  }

  private OrAnswer<Sending> sending(Call call, Asked asked, Line line) {
    return chats
        .addressOf(call, line, asked.to())
        .then(
            to ->
                answered
                    .guidOf(line, asked.replyTo())
                    .then(
                        guid ->
                            sound(call, asked.file())
                                .map(sound -> sending(line, to, guid, sound))));
  }

  private OrAnswer<StoredFile> sound(Call call, String id) {
    return OrAnswer.of(files.find(call.workspaceId(), id), ErrorCode.FILE_NOT_FOUND.answerOf(AUDIO))
        .unless(
            file ->
                SOUNDS.contains(file.contentType())
                    ? Optional.empty()
                    : Optional.of(
                        ErrorCode.INVALID_PARAMETER_VALUE.answerOf(
                            AUDIO,
                            "The '" + AUDIO + "' file must be m4a, aac, mp3, wav, caf or aiff.")));
  }

  private Sending sending(Line line, Address to, Optional<String> guid, StoredFile sound) {
    var words =
        new AttachmentWords(
            true, List.of(Optional.of(files.url(sound))), sound.name().stream().toList(), true);
    return new Sending(line, SendWords.of(line, to, Optional.empty(), words), SendTerms.ofV1(guid));
  }

  private static OrAnswer<Asked> asked(Call call) {
    var words = call.words();
    var region = call.workspace().defaultRegion();
    var from = words.required("from", LineName.WHAT, LineName.in(region));
    var to = words.required("to", Target.WHAT, Target.in(region));
    var file = words.required(AUDIO, "the id ('file_…') of a file", IdKind.FILE::parse);
    var replyTo =
        words.optional(
            "reply_to", "the id ('msg_…') or the GUID of a message", Answered.Name::parse);
    return words
        .checked(call)
        .map(fine -> new Asked(from.orElseThrow(), to.orElseThrow(), file.orElseThrow(), replyTo));
  }
}
