package sightline.wire;

import sightline.domain.framing.Area;
import sightline.domain.framing.FramingSpec;
import sightline.domain.people.View;
import sightline.domain.task.TaskSpec;

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
        .build();
  }

  /**
   * @throws UnreadableRecord where it is encrypted, uses a word that this version does not know, or is no spec
   */
  public static TaskSpec fromAvro(sightline.wire.avro.TaskSpec spec) throws UnreadableRecord {
    return Reading.open(
        spec.getKeyId(),
        spec.getCipher(),
        () -> TaskSpec.of(
            spec.getTask(),
            spec.getVersion(),
            new FramingSpec(
                Words.read(View.class, spec.getView()),
                spec.getHands(),
                new Area(
                    spec.getSafeLeft(),
                    spec.getSafeTop(),
                    spec.getSafeRight(),
                    spec.getSafeBottom()),
                spec.getMinHandSize(),
                spec.getMaxHandSize(),
                spec.getMaxTiltDegrees(),
                spec.getMaxShake(),
                spec.getMinFramesPerSecond()),
            spec.getEffectiveAt()));
  }
}
