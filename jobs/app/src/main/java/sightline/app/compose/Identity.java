package sightline.app.compose;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Who a placed face is, by the photo's name. */
final class Identity {
  private Identity() {}

  static void write(ObjectNode node, FaceCut cut) {
    node.put("identity", cut.identity());
    FaceCut.Group group = cut.group();
    if (group != null) {
      node.putObject("group")
          .put("race", group.race())
          .put("gender", group.gender())
          .put("age", group.age());
    }
  }
}
