package sightline.app.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is counted, and what is not, frame by frame. */
class QuestionsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String REGION = "{\"x\":%d,\"y\":%d,\"w\":%d,\"h\":%d,\"kind\":\"%s\"}";

  private final List<Material.Labelled> frames = new ArrayList<>();

  private static JsonNode json(String text) throws Exception {
    return JSON.readTree(text.replace('\'', '"'));
  }

  private void frame(String truth, String disposition, String regions, String score)
      throws Exception {
    ObjectNode line = (ObjectNode) json(truth);
    line.put("file", "f" + frames.size()).put("width", 200).put("height", 100);
    ObjectNode directive =
        (ObjectNode) json("{'disposition':'%s','regions':[%s]}".formatted(disposition, regions));
    if (disposition.equals("WITHHOLD")) {
      directive.putArray("withheldBecause").add("MODEL_MISSING");
    }
    frames.add(new Material.Labelled(
        Truth.of("set", "f" + frames.size(), 0, line), new Seen(directive, json(score))));
  }

  private Answer ask(Question question) {
    Map<Material.Place, Seen> all = new LinkedHashMap<>();
    frames.forEach(frame -> all.put(new Material.Place(frame.truth().session(), 0), frame.seen()));
    return question.ask(new Material(frames, all, List.of()));
  }

  private static String counts(Answer answer, String name) {
    Rates.Row row = answer.rates(name).row(Rates.ALL);
    return row.k() + "/" + row.n() + (row.withheld() == 0 ? "" : " w" + row.withheld());
  }

  private static String region(int x, int y, int w, int h, String kind) {
    return REGION.formatted(x, y, w, h, kind);
  }

  private static String face(String labels, String more) {
    return "{'boxes':[{'label':'face','x':20,'y':20,'w':40,'h':40}],%s%s}".formatted(labels, more);
  }

  @Test
  void aFaceIsFoundByFaceRegionsAndLeakedByWhatAllRegionsLeave() throws Exception {
    frame(face("'labelled':['face']", ""), "REDACT", region(10, 10, 60, 60, "FACE"), "{}");
    frame(face("'partly_labelled':['face']", ""), "REDACT", region(20, 20, 24, 40, "FACE"), "{}");
    frame(face("'labelled':['face']", ""), "REDACT", region(20, 20, 36, 40, "PERSON"), "{}");
    frame(face("'labelled':['face']", ""), "WITHHOLD", "", "{}");
    frame(face("'labelled':['hand']", ""), "RELEASE", "", "{}");
    assertThat(counts(ask(new FacesFound()), "found")).isEqualTo("2/3 w1");
    Answer leaks = ask(new Leaks());
    assertThat(counts(leaks, "faces_below_80"))
        .as("60% and 90% and 100% covered")
        .isEqualTo("1/3 w1");
    assertThat(counts(leaks, "faces_below_95")).isEqualTo("2/3 w1");
  }

  @Test
  void boxesByEyeAreNotAskedForTheStricterBound() throws Exception {
    frame(
        face("'labelled':['face']", ",'source':'eye, about +-12 px'"),
        "REDACT",
        region(20, 20, 36, 40, "FACE"),
        "{}");
    Answer leaks = ask(new Leaks());
    assertThat(counts(leaks, "faces_below_80")).isEqualTo("0/1");
    assertThat(counts(leaks, "faces_below_95")).isEqualTo("0/0");
  }

  @Test
  void aFrameIsCleanOnlyWhereFacesAndPeopleAreLabelledAndThereAreNone() throws Exception {
    frame("{'labelled':['face','bystander']}", "RELEASE", "", "{}");
    frame("{'labelled':['face','person']}", "REDACT", region(0, 0, 20, 100, "FACE"), "{}");
    frame("{'labelled':['face','person']}", "REDACT", region(0, 0, 20, 100, "TEXT"), "{}");
    frame("{'labelled':['face','person']}", "WITHHOLD", "", "{}");
    frame("{'labelled':['face']}", "WITHHOLD", "", "{}");
    frame("{'labelled':['face','bystander'],'n_bystanders':1}", "WITHHOLD", "", "{}");
    Answer answer = ask(new OverRedaction());
    assertThat(counts(answer, "redacted_for_face_or_person_or_withheld")).isEqualTo("2/4");
    assertThat(counts(answer, "withheld")).isEqualTo("1/4");
    assertThat(
            answer.rates("withheld").row(new Group("reason", "MODEL_MISSING")).k())
        .isEqualTo(1);
    assertThat(answer.estimates())
        .filteredOn(estimate -> estimate.name().equals("area_hidden_face"))
        .singleElement()
        .satisfies(estimate -> assertThat(estimate.value()).isEqualTo(0.1 / 4));
  }

  @Test
  void everyFrameOfAClipCountsWhereAllThatAreLabelledAreClean() throws Exception {
    Map<Material.Place, Seen> all = new LinkedHashMap<>();
    for (String clip : List.of("clean", "visited", "hardly labelled")) {
      int labelled = clip.equals("hardly labelled") ? 4 : 5;
      for (int frame = 0; frame < 10; frame++) {
        String disposition = frame % 2 == 0 ? "RELEASE" : frame == 1 ? "WITHHOLD" : "REDACT";
        ObjectNode directive = (ObjectNode) json("{'disposition':'%s','regions':[%s]}"
            .formatted(disposition, frame == 3 ? region(0, 0, 9, 9, "FACE") : ""));
        Seen seen = new Seen(directive, json("{}"));
        all.put(new Material.Place(clip, frame), seen);
        if (frame < labelled) {
          int visitors = clip.equals("visited") && frame == 2 ? 1 : 0;
          JsonNode line =
              json("{'width':200,'height':100,'labelled':['face','bystander'],'n_bystanders':%d}"
                  .formatted(visitors));
          frames.add(new Material.Labelled(Truth.of("set", clip, frame, line), seen));
        }
      }
    }
    Answer answer = new OverRedaction().ask(new Material(frames, all, List.of()));
    assertThat(counts(answer, "in_every_frame_of_clean_clips"))
        .as("one withheld and one with a face, of ten")
        .isEqualTo("2/10");
  }

  @Test
  void whatWasPlacedCountsUnderALabelOfItsOwnWhereTheRestIsUnknown() throws Exception {
    JsonNode placed = json(
        "{'width':200,'height':100,'labelled':['text_placed'],"
            + "'partly_labelled':['bystander_person'],"
            + "'boxes':[{'label':'text','x':1,'y':1,'w':9,'h':9},{'label':'person','x':1,'y':1,'w':9,'h':9}]}");
    Truth truth = Truth.of("set", "f", 0, placed);
    assertThat(truth.boxes())
        .extracting(Truth.TrueBox::label)
        .containsExactly("text_placed", "bystander");
    assertThat(truth.boxes("text", "person")).isEmpty();
  }

  @Test
  void presenceIsCountedByFrameAndNotWhereItIsUnknown() throws Exception {
    String person = "{'labelled':['person'],'boxes':[{'label':'person','x':1,'y':1,'w':9,'h':9}]}";
    frame(person, "REDACT", region(0, 0, 5, 5, "PERSON"), "{'people':1}");
    frame(person, "RELEASE", "", "{'people':1}");
    frame(person, "RELEASE", "", "{'people':null}");
    frame("{'labelled':['person']}", "RELEASE", "", "{'people':1}");
    frame("{'partly_labelled':['person']}", "RELEASE", "", "{'people':1}");
    frame(
        "{'n_bystanders':2}",
        "RELEASE",
        "",
        "{'persons':[{'x':1,'y':1,'w':2,'h':2,'who':'THIRD_PARTY'}]}");
    Answer answer = ask(new Presence());
    assertThat(counts(answer, "person_found_by_regions")).isEqualTo("1/3");
    assertThat(counts(answer, "person_found_by_count")).isEqualTo("2/2");
    assertThat(counts(answer, "person_false_by_count")).isEqualTo("1/1");
    assertThat(counts(answer, "people_not_assessed")).isEqualTo("1/4");
    assertThat(counts(answer, "third_party_found_by_judgement")).isEqualTo("1/1");
  }

  @Test
  void handsThatWereNotAssessedAreNoHandsAtAll() throws Exception {
    frame("{'hands_visible':0}", "RELEASE", "", "{'hands':null}");
    frame("{'hands_visible':0}", "RELEASE", "", "{'hands':0}");
    frame("{'hands_visible':2}", "RELEASE", "", "{'hands':1}");
    frame("{'hands_visible':null}", "RELEASE", "", "{'hands':1}");
    Answer answer = ask(new Hands());
    assertThat(counts(answer, "recall_of_0")).isEqualTo("1/2");
    assertThat(counts(answer, "recall_of_2")).isEqualTo("0/1");
    assertThat(answer.confusion("hands", List.of(), List.of()).at(0, 3)).isEqualTo(1);
    assertThat(answer.estimates())
        .singleElement()
        .satisfies(macro -> assertThat(macro.value()).isEqualTo(0.25));
  }

  @Test
  void aCoverOnTheLensIsToldByItsShareAndRealFootageHasNone() throws Exception {
    frame(
        "{'cover':{'family':'tape','share':0.3,'edge':'LEFT'}}",
        "RELEASE",
        "",
        "{'lens':{'share':0.25,'edge':'LEFT'}}");
    frame("{'cover':null}", "RELEASE", "", "{'lens':{'share':0.0}}");
    Answer answer = ask(new Lens());
    assertThat(counts(answer, "alarm_on_covered_lens")).isEqualTo("1/1");
    assertThat(counts(answer, "edge_right")).isEqualTo("1/1");
    assertThat(counts(answer, "false_alarms_on_clear_lens")).isEqualTo("0/1");
    assertThat(counts(answer, "false_alarms_on_real_clean")).isEqualTo("0/0");
    frames.clear();
    frame("{}", "RELEASE", "", "{'factors':[{'name':'lens_occlusion','measured':0.2}]}");
    frame("{}", "RELEASE", "", "{'lens':{'share':null,'unassessed':'TOO_DARK'}}");
    assertThat(counts(ask(new Lens()), "false_alarms_on_real_clean")).isEqualTo("1/1");
    assertThat(counts(ask(new Lens()), "not_assessed_on_real_clean")).isEqualTo("1/2");
  }

  @Test
  void howSureTheMeterIsTellsCoveredFromClearByFamilyAndSize() throws Exception {
    String sure = "{'lens':{'share':0.0},'measures':[{'name':'lens_cover_certainty','value':%s}]}";
    frame("{'cover':{'family':'tape','share':0.3}}", "RELEASE", "", sure.formatted("0.9"));
    frame("{'cover':{'family':'tape','share':0.02}}", "RELEASE", "", sure.formatted("0.1"));
    frame("{'cover':null}", "RELEASE", "", sure.formatted("0.4"));
    Answer answer = ask(new Lens());
    assertThat(answer.estimates())
        .filteredOn(estimate -> estimate.name().equals("auc_by_covered_share"))
        .extracting(estimate -> estimate.group().value(), Estimate::value)
        .containsExactlyInAnyOrder(tuple("0.15 to 0.4", 1.0), tuple("< 0.05", 0.0));
    assertThat(answer.estimates())
        .filteredOn(estimate -> estimate.name().equals("auc"))
        .singleElement()
        .satisfies(auc -> assertThat(auc.value()).isEqualTo(0.5));
  }

  @Test
  void aBlurInPixelsIsNoClassOfBlur() throws Exception {
    String sharp = "{'factors':[{'name':'sharpness','measured':0.5}],'feedback':[]}";
    frame("{'conditions':{'blur':2.5}}", "RELEASE", "", sharp);
    frame("{'conditions':{'exposure':'dark','blur':'none'}}", "RELEASE", "", sharp);
    Answer answer = ask(new LightAndBlur());
    assertThat(counts(answer, "blurred_said_when_none")).isEqualTo("0/1");
    assertThat(counts(answer, "exposure_right_when_dark")).isEqualTo("0/1");
  }

  @Test
  void groupsOfPeopleAreComparedUnderEachCondition() throws Exception {
    for (int identity = 0; identity < 20; identity++) {
      String who =
          ",'identity':'i%d','group':{'race':'%s','gender':'F'},'conditions':{'size':48,'level':'dark'}"
              .formatted(identity, identity % 2 == 0 ? "a" : "b");
      boolean found = identity % 2 == 0;
      frame(
          face("'labelled':['face']", who),
          found ? "REDACT" : "RELEASE",
          found ? region(10, 10, 60, 60, "FACE") : "",
          "{}");
    }
    Answer answer = ask(new Fairness());
    assertThat(answer.estimates())
        .filteredOn(estimate -> estimate.name().equals("largest_gap_found_by_race"))
        .singleElement()
        .satisfies(gap -> {
          assertThat(gap.value()).isEqualTo(1);
          assertThat(gap.group().value()).isEqualTo("48 px dark");
        });
    assertThat(answer.estimates())
        .filteredOn(estimate -> estimate.name().equals("gap_by_chance_found_by_race"))
        .singleElement()
        .satisfies(chance -> assertThat(chance.how()).contains("is beyond it"));
  }
}
