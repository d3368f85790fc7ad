package io.tuco.camel.http.v1;

import io.tuco.camel.http.OrAnswer;

/** What names a chat: its line and who it is with (/v1 contract, section 4). */
record ChatAsk(LineName from, Target to) {

  /** Whatever else is read of the words must be read before. */
  static OrAnswer<ChatAsk> of(Call call) {
    var words = call.words();
    var region = call.workspace().defaultRegion();
    var from = words.required("from", LineName.WHAT, LineName.in(region));
    var to = words.required("to", Target.WHAT, Target.in(region));
    return words.checked(call).map(fine -> new ChatAsk(from.orElseThrow(), to.orElseThrow()));
  }
}
