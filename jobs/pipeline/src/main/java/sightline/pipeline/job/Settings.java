package sightline.pipeline.job;

import sightline.domain.incident.IncidentRules;
import sightline.pipeline.assess.AssessSettings;
import sightline.pipeline.decide.DecideSettings;
import sightline.pipeline.ingest.IngestSettings;
import sightline.pipeline.ingest.ReviewSettings;
import sightline.pipeline.publish.MetricsSettings;

/** Everything the job is told, one record a concern. Made by {@link SettingsReader} from {@link Key}s. */
public record Settings(
    IngestSettings ingest,
    ReviewSettings reviews,
    AssessSettings assess,
    DecideSettings decide,
    IncidentRules incidents,
    MetricsSettings metrics) {}
