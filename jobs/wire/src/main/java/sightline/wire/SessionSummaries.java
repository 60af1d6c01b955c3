package sightline.wire;

import java.util.ArrayList;
import java.util.List;
import sightline.domain.session.IndexRanges;
import sightline.domain.session.SessionSummary;
import sightline.domain.session.Settlement;
import sightline.wire.UnreadableRecord.Why;
import sightline.wire.avro.Gap;

/** Summaries of sessions between domain and Avro. Times are carried in whole milliseconds. */
public final class SessionSummaries {
  private SessionSummaries() {}

  public static sightline.wire.avro.SessionSummary toAvro(SessionSummary summary) {
    return sightline.wire.avro.SessionSummary.newBuilder()
        .setSession(summary.session())
        .setRevision(summary.revision())
        .setTask(summary.task())
        .setDeviceClass(summary.deviceClass())
        .setRegion(summary.region())
        .setSettlement(summary.settlement().name())
        .setAccepted(summary.accepted())
        .setReleased(summary.released())
        .setRedacted(summary.redacted())
        .setWithheld(summary.withheld())
        .setLate(summary.late())
        .setDuplicates(summary.duplicates())
        .setMissing(summary.missing())
        .setGaps(toAvro(summary.gaps()))
        .setFirstCapturedAt(summary.firstCapturedAt())
        .setLastCapturedAt(summary.lastCapturedAt())
        .setClockOffsetMillis(summary.clockOffsetMillis())
        .setMeanScore(Measures.toAvro(summary.meanScore()))
        .build();
  }

  private static List<Gap> toAvro(IndexRanges ranges) {
    List<Gap> gaps = new ArrayList<>();
    for (int range = 0; range < ranges.count(); range++) {
      gaps.add(new Gap(ranges.bounds()[2 * range], ranges.bounds()[2 * range + 1]));
    }
    return gaps;
  }

  /**
   * @throws UnreadableRecord where it is encrypted, uses a word that this version does not know, or contradicts itself
   */
  public static SessionSummary fromAvro(sightline.wire.avro.SessionSummary summary)
      throws UnreadableRecord {
    return Reading.open(
        summary.getKeyId(),
        summary.getCipher(),
        () -> new SessionSummary(
            summary.getSession(),
            summary.getRevision(),
            summary.getTask(),
            summary.getDeviceClass(),
            summary.getRegion(),
            Words.read(Settlement.class, summary.getSettlement()),
            summary.getAccepted(),
            summary.getReleased(),
            summary.getRedacted(),
            summary.getWithheld(),
            summary.getLate(),
            summary.getDuplicates(),
            summary.getMissing(),
            ranges(summary.getGaps()),
            summary.getFirstCapturedAt(),
            summary.getLastCapturedAt(),
            summary.getClockOffsetMillis(),
            Measures.fromAvro(summary.getMeanScore())));
  }

  private static IndexRanges ranges(List<Gap> gaps) throws UnreadableRecord {
    int[] bounds = new int[2 * gaps.size()];
    int length = 0;
    long lowest = 0;
    for (Gap gap : gaps) {
      if (gap.getFrom() < lowest || gap.getTo() < gap.getFrom()) {
        throw new UnreadableRecord(Why.CONTRADICTORY);
      }
      bounds[length++] = gap.getFrom();
      bounds[length++] = gap.getTo();
      lowest = gap.getTo() + 2L;
    }
    return new IndexRanges(bounds);
  }
}
