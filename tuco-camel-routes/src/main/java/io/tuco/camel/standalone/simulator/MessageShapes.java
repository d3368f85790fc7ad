package io.tuco.camel.standalone.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The recorded shapes of the real server's objects, with the values most of them have. Fields that
 * differ are overwritten in a copy; the order of the keys is the recording's.
 */
final class MessageShapes {

  private static final String HEAD =
      """
      {"originalROWID": 0, "guid": "", "text": null, "attributedBody": null, "handle": null,
       "handleId": 0, "otherHandle": 0, "attachments": [], "subject": null, "error": 0,
       "dateCreated": 0, "dateRead": null, "dateDelivered": null, "isDelivered": false,
       "isFromMe": true, "hasDdResults": false, "isArchived": false, "itemType": 0,
       "groupTitle": null, "groupActionType": 0, "balloonBundleId": null,
       "associatedMessageGuid": null, "associatedMessageType": null,
       "expressiveSendStyleId": null, "threadOriginatorGuid": null, "hasPayloadData": false,
      """;

  /** Only answers have these; webhooks are cut short by the server. */
  private static final String ANSWER_ONLY =
      """
       "country": null, "isDelayed": false, "isAutoReply": false, "isSystemMessage": false,
       "isServiceMessage": false, "isForward": false, "threadOriginatorPart": null,
       "isCorrupt": false, "datePlayed": null, "cacheRoomnames": null, "isSpam": false,
       "isExpired": false, "timeExpressiveSendPlayed": null, "isAudioMessage": false,
       "replyToGuid": null, "shareStatus": 0, "shareDirection": 0,
       "wasDeliveredQuietly": false, "didNotifyRecipient": false,
      """;

  private static final String CHATS = "\"chats\": [],";

  private static final String TAIL =
      """
       "messageSummaryInfo": null, "payloadData": null, "dateEdited": null,
       "dateRetracted": null, "partCount": 1}
      """;

  private static final ObjectNode ANSWER = Json.literal(HEAD + ANSWER_ONLY + CHATS + TAIL);
  private static final ObjectNode EVENT = Json.literal(HEAD + CHATS + TAIL);
  private static final ObjectNode ATTACHMENT =
      Json.literal(
          """
          {"originalROWID": 0, "guid": "", "uti": "public.data", "mimeType": "", "transferName": "",
           "totalBytes": 0, "transferState": 5, "isOutgoing": false, "hideAttachment": false,
           "isSticker": false, "originalGuid": "", "hasLivePhoto": false}
          """);

  private MessageShapes() {}

  static ObjectNode answer() {
    return ANSWER.deepCopy();
  }

  static ObjectNode event() {
    return EVENT.deepCopy();
  }

  static ObjectNode attachment() {
    return ATTACHMENT.deepCopy();
  }
}
