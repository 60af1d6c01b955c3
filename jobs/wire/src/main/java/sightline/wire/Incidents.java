package sightline.wire;

import java.util.ArrayList;
import java.util.List;
import sightline.domain.assessment.Mark;
import sightline.domain.incident.Incident;
import sightline.domain.incident.IncidentKind;
import sightline.domain.incident.IncidentState;
import sightline.domain.incident.Severity;

/** Incidents between domain and Avro. Times are carried in whole milliseconds. */
public final class Incidents {
  private Incidents() {}

  public static sightline.wire.avro.Incident toAvro(Incident incident) {
    return sightline.wire.avro.Incident.newBuilder()
        .setIncident(incident.id())
        .setSession(incident.session())
        .setKind(incident.kind().name())
        .setState(incident.state().name())
        .setRevision(incident.revision())
        .setFromFrame(incident.fromFrame())
        .setToFrame(incident.toFrame())
        .setFromCapturedAt(incident.from())
        .setToCapturedAt(incident.to())
        .setCount(incident.count())
        .setNearest(incident.nearest())
        .setSeverity(incident.severity().name())
        .setTask(incident.task())
        .setDeviceClass(incident.deviceClass())
        .setRegion(incident.region())
        .setMarks(incident.marks().stream().map(Enum::name).toList())
        .setPolicy(incident.policy())
        .build();
  }

  /**
   * @throws UnreadableRecord where it is encrypted, uses a word that this version does not know, or contradicts itself
   */
  public static Incident fromAvro(sightline.wire.avro.Incident incident) throws UnreadableRecord {
    return Reading.open(
        incident.getKeyId(),
        incident.getCipher(),
        () -> new Incident(
            incident.getIncident(),
            incident.getSession(),
            Words.read(IncidentKind.class, incident.getKind()),
            Words.read(IncidentState.class, incident.getState()),
            incident.getRevision(),
            incident.getFromFrame(),
            incident.getToFrame(),
            incident.getFromCapturedAt(),
            incident.getToCapturedAt(),
            incident.getCount(),
            incident.getNearest(),
            Words.read(Severity.class, incident.getSeverity()),
            incident.getTask(),
            incident.getDeviceClass(),
            incident.getRegion(),
            marks(incident.getMarks()),
            incident.getPolicy()));
  }

  private static List<Mark> marks(List<String> words) throws UnreadableRecord {
    List<Mark> marks = new ArrayList<>();
    for (String word : words) {
      marks.add(Words.read(Mark.class, word));
    }
    return marks;
  }
}
