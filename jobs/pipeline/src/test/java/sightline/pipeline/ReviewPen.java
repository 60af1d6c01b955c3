package sightline.pipeline;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Signs reviews for tests, right ones and wrong ones. */
public final class ReviewPen {
  public static final String LOOKED_AT = "0f".repeat(32);

  private static final ObjectMapper JSON = new ObjectMapper();

  private final String id;
  private final ReceiptPen pen;

  public ReviewPen(String id) {
    this.id = id;
    this.pen = new ReceiptPen(id);
  }

  /** Its public key is in the same sets as those of other pens. */
  public ReceiptPen keys() {
    return pen;
  }

  /** A face more is to be hidden in frame 4 of session s; signed at {@link ReceiptPen#NOW}. */
  public static ObjectNode claims() {
    try {
      return (ObjectNode)
          JSON.readTree("""
          {"iss":"https://review.example","sub":"reviewer-17","jti":"v-1","iat":%d,"exp":%d,
           "schema_version":"sightline-review-1","session":"s","frame":4,"sha256":"%s","revision":1,
           "decision":"REDACT","lifts":["REVIEW","NOT_SEEN_WELL"],
           "regions":[{"x":310,"y":88,"w":64,"h":80,"kind":"FACE"}]}
          """.formatted(ReceiptPen.NOW, ReceiptPen.NOW + 3600, LOOKED_AT));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A reviewer who saw the first verdict on session s and some of its frames rejects it. */
  public static ObjectNode ofSession() {
    try {
      return (ObjectNode) JSON.readTree("""
          {"iss":"https://review.example","sub":"reviewer-17","jti":"d-1","iat":%d,"exp":%d,
           "schema_version":"sightline-review-2","session":"s","revision":1,
           "decision":"REJECT","reason":"HANDS_OUT_OF_VIEW",
           "looked":[{"first":0,"last":40},{"first":90,"last":90}]}
          """.formatted(ReceiptPen.NOW, ReceiptPen.NOW + 3600));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String header() {
    return "{\"alg\":\"EdDSA\",\"kid\":\"%s\",\"typ\":\"sightline-review+jwt\"}".formatted(id);
  }

  public String sign(ObjectNode claims) {
    return pen.sign(header(), claims.toString());
  }

  public String sign(String header, String claims) {
    return pen.sign(header, claims);
  }
}
