package sightline.wire;

import java.util.ArrayList;
import java.util.List;
import sightline.domain.operations.Correction;
import sightline.domain.operations.OperationsReading;
import sightline.domain.operations.ReadingName;

/** Readings between domain and Avro. Times are carried in whole milliseconds. */
public final class OperationsReadings {
  private OperationsReadings() {}

  public static sightline.wire.avro.OperationsReading toAvro(OperationsReading reading) {
    return sightline.wire.avro.OperationsReading.newBuilder()
        .setName(reading.name().name())
        .setDeviceClass(reading.deviceClass())
        .setRegion(reading.region())
        .setTask(reading.task())
        .setFrom(reading.from())
        .setTo(reading.to())
        .setValue(Measures.toAvro(reading.value()))
        .setLow(reading.low())
        .setHigh(reading.high())
        .setConfidence(reading.confidence())
        .setCount(reading.count())
        .setOf(reading.of())
        .setCorrected(reading.corrected().stream()
            .map(correction -> new sightline.wire.avro.Correction(
                correction.fault().name(), correction.count(), correction.of()))
            .toList())
        .build();
  }

  /**
   * @throws UnreadableRecord where it is encrypted, uses a word that this version does not know, or contradicts itself
   */
  public static OperationsReading fromAvro(sightline.wire.avro.OperationsReading reading)
      throws UnreadableRecord {
    return Reading.open(
        reading.getKeyId(),
        reading.getCipher(),
        () -> new OperationsReading(
            Words.read(ReadingName.class, reading.getName()),
            reading.getDeviceClass(),
            reading.getRegion(),
            reading.getTask(),
            reading.getFrom(),
            reading.getTo(),
            Measures.fromAvro(reading.getValue()),
            reading.getLow(),
            reading.getHigh(),
            reading.getConfidence(),
            reading.getCount(),
            reading.getOf(),
            corrections(reading.getCorrected())));
  }

  private static List<Correction> corrections(List<sightline.wire.avro.Correction> carried)
      throws UnreadableRecord {
    List<Correction> corrections = new ArrayList<>();
    for (sightline.wire.avro.Correction correction : carried) {
      corrections.add(new Correction(
          Words.read(Correction.Fault.class, correction.getFault()),
          correction.getCount(),
          correction.getOf()));
    }
    return corrections;
  }
}
