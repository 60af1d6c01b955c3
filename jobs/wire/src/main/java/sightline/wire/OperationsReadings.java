package sightline.wire;

import java.util.ArrayList;
import java.util.List;
import sightline.domain.operations.Basis;
import sightline.domain.operations.Correction;
import sightline.domain.operations.Interval;
import sightline.domain.operations.OperationsReading;
import sightline.domain.operations.ReadingName;
import sightline.domain.operations.Unit;

/** Readings between domain and Avro. Times are carried in whole milliseconds. */
public final class OperationsReadings {
  private OperationsReadings() {}

  public static sightline.wire.avro.OperationsReading toAvro(OperationsReading reading) {
    return sightline.wire.avro.OperationsReading.newBuilder()
        .setName(reading.name().name())
        .setDetail(reading.detail())
        .setDeviceClass(reading.deviceClass())
        .setRegion(reading.region())
        .setTask(reading.task())
        .setFrom(reading.from())
        .setTo(reading.to())
        .setValue(Measures.toAvro(reading.value()))
        .setUnit(reading.unit().name())
        .setLow(reading.interval().low())
        .setHigh(reading.interval().high())
        .setConfidence(reading.interval().confidence())
        .setBasis(reading.interval().basis().name())
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
            name(reading),
            reading.getDetail(),
            reading.getDeviceClass(),
            reading.getRegion(),
            reading.getTask(),
            reading.getFrom(),
            reading.getTo(),
            Measures.fromAvro(reading.getValue()),
            new Interval(
                reading.getLow(), reading.getHigh(), reading.getConfidence(), basis(reading)),
            reading.getCount(),
            reading.getOf(),
            corrections(reading.getCorrected())));
  }

  private static ReadingName name(sightline.wire.avro.OperationsReading reading)
      throws UnreadableRecord {
    ReadingName name = Words.read(ReadingName.class, reading.getName());
    String unit = reading.getUnit();
    if (unit != null && Words.read(Unit.class, unit) != name.unit()) {
      throw new IllegalArgumentException("%s is not told in %s".formatted(name, unit));
    }
    return name;
  }

  /** The first version had no basis: it carried nothing but the rate of leaks. */
  private static Basis basis(sightline.wire.avro.OperationsReading reading)
      throws UnreadableRecord {
    String basis = reading.getBasis();
    return basis == null ? Basis.EXACT_CORRECTED : Words.read(Basis.class, basis);
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
