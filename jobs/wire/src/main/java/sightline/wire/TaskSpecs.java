package sightline.wire;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import sightline.domain.framing.Area;
import sightline.domain.framing.FramingSpec;
import sightline.domain.people.View;
import sightline.domain.quality.FactorName;
import sightline.domain.quality.Tolerance;
import sightline.domain.task.BodyArea;
import sightline.domain.task.CompletionStep;
import sightline.domain.task.ExpectedObject;
import sightline.domain.task.ExpectedObjects;
import sightline.domain.task.RecordedTime;
import sightline.domain.task.Sensitivity;
import sightline.domain.task.Sensor;
import sightline.domain.task.SessionBounds;
import sightline.domain.task.TaskSpec;
import sightline.wire.avro.FactorTolerance;

/** Specs of tasks between domain and Avro. Times are carried in whole milliseconds. */
public final class TaskSpecs {
  private TaskSpecs() {}

  public static sightline.wire.avro.TaskSpec toAvro(TaskSpec spec) {
    FramingSpec framing = spec.framing();
    return sightline.wire.avro.TaskSpec.newBuilder()
        .setTask(spec.task())
        .setVersion(spec.version())
        .setEffectiveAt(spec.effectiveAt())
        .setView(framing.view().name())
        .setHands(framing.hands())
        .setSafeLeft(framing.safe().left())
        .setSafeTop(framing.safe().top())
        .setSafeRight(framing.safe().right())
        .setSafeBottom(framing.safe().bottom())
        .setMinHandSize(framing.minHandSize())
        .setMaxHandSize(framing.maxHandSize())
        .setMaxTiltDegrees(framing.maxTiltDegrees())
        .setMaxShake(framing.maxShake())
        .setMinFramesPerSecond(framing.minFramesPerSecond())
        .setObjective(spec.objective())
        .setCompletion(spec.completion().stream()
            .map(step ->
                new sightline.wire.avro.CompletionStep(step.text(), step.sight().name()))
            .toList())
        .setRequiredBody(names(spec.requiredBody()))
        .setForbiddenBody(names(spec.forbiddenBody()))
        .setObjects(spec.objects().objects().stream().map(TaskSpecs::toAvro).toList())
        .setObjectOrder(spec.objects().order().name())
        .setLeastSeconds(spec.duration().leastSeconds())
        .setMostSeconds(spec.duration().mostSeconds())
        .setResolutionFloor(spec.resolutionFloor())
        .setTolerances(tolerances(spec.tolerances()))
        .setSensors(names(spec.sensors()))
        .setSensitivity(spec.sensitivity().name())
        .setRetentionDays(spec.retentionDays())
        .setHandsVisible(spec.bounds().handsVisible())
        .setMissing(spec.bounds().missing())
        .setUnusable(spec.bounds().unusable())
        .setWithheld(spec.bounds().withheld())
        .build();
  }

  private static sightline.wire.avro.ExpectedObject toAvro(ExpectedObject object) {
    return new sightline.wire.avro.ExpectedObject(
        object.name(), object.labels(), object.need().name());
  }

  /** In the order of the factors, so that one spec has one form. */
  private static List<FactorTolerance> tolerances(Map<FactorName, Tolerance> tolerances) {
    return tolerances.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> new FactorTolerance(
            entry.getKey().name(),
            entry.getValue().none(),
            entry.getValue().full(),
            entry.getValue().fullTo(),
            entry.getValue().noneFrom()))
        .toList();
  }

  private static List<String> names(List<? extends Enum<?>> words) {
    return words.stream().<String>map(Enum::name).toList();
  }

  /**
   * @throws UnreadableRecord where it is encrypted, uses a word that this version does not know, or is no spec
   */
  public static TaskSpec fromAvro(sightline.wire.avro.TaskSpec spec) throws UnreadableRecord {
    return Reading.open(
        spec.getKeyId(),
        spec.getCipher(),
        () -> new TaskSpec(
            spec.getTask(),
            spec.getVersion(),
            spec.getEffectiveAt(),
            spec.getObjective(),
            Reading.all(spec.getCompletion(), TaskSpecs::fromAvro),
            Reading.all(spec.getRequiredBody(), word -> Words.read(BodyArea.class, word)),
            Reading.all(spec.getForbiddenBody(), word -> Words.read(BodyArea.class, word)),
            framing(spec),
            new ExpectedObjects(
                Reading.all(spec.getObjects(), TaskSpecs::fromAvro),
                Words.read(ExpectedObjects.Order.class, spec.getObjectOrder())),
            new RecordedTime(spec.getLeastSeconds(), spec.getMostSeconds()),
            spec.getResolutionFloor(),
            tolerances(spec.getTolerances()),
            Reading.all(spec.getSensors(), word -> Words.read(Sensor.class, word)),
            Words.read(Sensitivity.class, spec.getSensitivity()),
            spec.getRetentionDays(),
            new SessionBounds(
                spec.getHandsVisible(),
                spec.getMissing(),
                spec.getUnusable(),
                spec.getWithheld())));
  }

  private static FramingSpec framing(sightline.wire.avro.TaskSpec spec) throws UnreadableRecord {
    return new FramingSpec(
        Words.read(View.class, spec.getView()),
        spec.getHands(),
        new Area(spec.getSafeLeft(), spec.getSafeTop(), spec.getSafeRight(), spec.getSafeBottom()),
        spec.getMinHandSize(),
        spec.getMaxHandSize(),
        spec.getMaxTiltDegrees(),
        spec.getMaxShake(),
        spec.getMinFramesPerSecond());
  }

  private static CompletionStep fromAvro(sightline.wire.avro.CompletionStep step)
      throws UnreadableRecord {
    return new CompletionStep(
        step.getText(), Words.read(CompletionStep.Sight.class, step.getSight()));
  }

  private static ExpectedObject fromAvro(sightline.wire.avro.ExpectedObject object)
      throws UnreadableRecord {
    return new ExpectedObject(
        object.getName(),
        object.getLabels(),
        Words.read(ExpectedObject.Need.class, object.getNeed()));
  }

  private static Map<FactorName, Tolerance> tolerances(List<FactorTolerance> read)
      throws UnreadableRecord {
    Map<FactorName, Tolerance> tolerances = new EnumMap<>(FactorName.class);
    for (FactorTolerance one : read) {
      tolerances.put(
          Words.read(FactorName.class, one.getFactor()),
          new Tolerance(one.getNone(), one.getFull(), one.getFullTo(), one.getNoneFrom()));
    }
    return tolerances;
  }
}
