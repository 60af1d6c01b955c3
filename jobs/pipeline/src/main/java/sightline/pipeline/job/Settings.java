package sightline.pipeline.job;

import java.util.List;
import sightline.domain.incident.IncidentRules;
import sightline.domain.lifecycle.LifecycleRules;
import sightline.domain.task.TaskSpec;
import sightline.pipeline.assess.AssessSettings;
import sightline.pipeline.decide.DecideSettings;
import sightline.pipeline.ingest.IngestSettings;
import sightline.pipeline.ingest.ReviewSettings;
import sightline.pipeline.publish.MetricsSettings;

/**
 * Everything the job is told, one record a concern. Made by {@link SettingsReader} from {@link Key}s.
 *
 * @param specs of tasks, known before the first frame; a record of the topic replaces the one of its task and version
 */
public record Settings(
    IngestSettings ingest,
    ReviewSettings reviews,
    AssessSettings assess,
    DecideSettings decide,
    List<TaskSpec> specs,
    IncidentRules incidents,
    LifecycleRules lifecycle,
    MetricsSettings metrics) {}
