package sightline.pipeline.redact;

import java.io.Serializable;
import sightline.domain.frame.Origin;

/** Where the frames lie that directives speak of. One thread at a time. */
interface FrameRecords extends AutoCloseable {
  /**
   * @return the record's value
   * @throws Unreleasable where it is gone, or did not come in time
   */
  byte[] at(Origin origin) throws Unreleasable;

  @Override
  void close();

  /** Travels with the job and is opened where it runs. */
  interface Opener extends Serializable {
    FrameRecords open();
  }
}
