package sightline.pipeline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sightline.domain.consent.ReceiptCheck;
import sightline.pipeline.ReceiptPen;
import sightline.pipeline.Sample;

/** Receipts on their way through {@link AcceptFrames}; the harness's frames are appended at 5 ms after the epoch. */
class ConsentOfFramesTest {
  private static final ReceiptPen PEN = new ReceiptPen("k-1");

  @TempDir
  private Path folder;

  private static ReceiptCheck check(Map<String, String> settings, String receipt) throws Exception {
    try (AcceptHarness frames = AcceptHarness.open(settings)) {
      frames.read(Sample.frame("s", 1).setReceipt(receipt));
      return frames.accepted().get(0).permit().check();
    }
  }

  private Map<String, String> required() {
    String keys = ReceiptPen.write(folder.resolve("keys.json"), PEN).toString();
    return Map.of("decide.consent", "required", "consent.keys", keys);
  }

  @Test
  void theBrokersClockSaysWhetherAReceiptIsInForce() throws Exception {
    String atTheEpoch = PEN.sign(ReceiptPen.claims().put("iat", 0).put("nbf", 0).put("exp", 10));
    String now = PEN.sign(ReceiptPen.claims());
    assertThat(check(required(), atTheEpoch)).isEqualTo(ReceiptCheck.VERIFIED);
    assertThat(check(required(), now)).isEqualTo(ReceiptCheck.EXPIRED);
  }

  @Test
  void withoutKeysNoReceiptIsValid() throws Exception {
    assertThat(check(Map.of("decide.consent", "required"), PEN.sign(ReceiptPen.claims())))
        .isEqualTo(ReceiptCheck.INVALID);
  }

  @Test
  void whereNobodyAsksForConsentNoReceiptIsRead() throws Exception {
    assertThat(check(Map.of(), "anything")).isEqualTo(ReceiptCheck.NOT_ASKED);
  }
}
