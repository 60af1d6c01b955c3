package sightline.pipeline.redact;

import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import sightline.domain.privacy.DirectiveOverride;
import sightline.domain.redaction.Unreleased;

/** The stage that hands out pixels to those who may see them. */
public final class Redact {
  private Redact() {}

  /**
   * @param released frames and what takes them back, a session's in order
   * @param unreleased why frames do not go out
   * @param sentOut the frames of {@code released}, with the directives that they went out under
   */
  public record Streams(
      DataStream<Outgoing> released,
      DataStream<Unreleased> unreleased,
      DataStream<SentOut> sentOut) {}

  /**
   * @param read records of {@link Instructions#topics()}, each topic's in order
   * @param known overrides and revocations that were there before the start
   * @param earlier of which nothing but this is known
   */
  public static Streams frames(
      DataStream<Unread> read,
      List<DirectiveOverride> known,
      EarlierRuns earlier,
      ReleaseSettings settings) {
    String bootstrap = settings.bootstrap();
    var said = read.filter(new HandledBefore(earlier))
        .name("leave out what is over")
        .uid("redact-leave-out")
        .process(new ReadInstructions())
        .returns(TypeInformation.of(Instruction.class))
        .name("read instructions")
        .uid("redact-read");
    var released = said.keyBy(Instruction::session, Types.STRING)
        .process(new ReleaseFrames(
            settings,
            () -> new PatientFrameRecords(new KafkaFrameRecords(bootstrap)),
            known,
            System.currentTimeMillis()))
        .returns(TypeInformation.of(Outgoing.class))
        .name("release frames")
        .uid("redact-release");
    return new Streams(
        released,
        said.getSideOutput(ReadInstructions.UNREADABLE)
            .union(released.getSideOutput(ReleaseFrames.UNRELEASED)),
        released.getSideOutput(ReleaseFrames.SENT_OUT));
  }
}
