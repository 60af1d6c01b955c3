package sightline.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.Function;
import org.apache.flink.runtime.jobgraph.JobVertex;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.junit.jupiter.api.Test;
import sightline.pipeline.job.FramesTopic;
import sightline.pipeline.job.KafkaEnds;
import sightline.pipeline.job.SightlineJob;

/** Who may import whom, and what every operator must have. */
@AnalyzeClasses(packages = "sightline", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final int PARTITIONS = 4;

  @ArchTest
  static final ArchRule modulesLookOnlyInward = layeredArchitecture()
      .consideringOnlyDependenciesInLayers()
      .layer("domain")
      .definedBy("sightline.domain..")
      .layer("wire")
      .definedBy("sightline.wire..")
      .layer("vision")
      .definedBy("sightline.vision..")
      .layer("words")
      .definedBy("sightline.words..")
      .layer("pipeline")
      .definedBy("sightline.pipeline..")
      .optionalLayer("console")
      .definedBy("sightline.console..")
      .layer("app")
      .definedBy("sightline.app..")
      .whereLayer("domain")
      .mayNotAccessAnyLayer()
      .whereLayer("wire")
      .mayOnlyAccessLayers("domain")
      .whereLayer("vision")
      .mayOnlyAccessLayers("domain")
      .whereLayer("words")
      .mayOnlyAccessLayers("domain")
      .whereLayer("pipeline")
      .mayOnlyAccessLayers("domain", "wire", "vision", "words")
      .whereLayer("console")
      .mayOnlyAccessLayers("domain", "wire");

  @ArchTest
  static final ArchRule theDomainIsPlainJava = classes()
      .that()
      .resideInAPackage("sightline.domain..")
      .should()
      .onlyDependOnClassesThat()
      .resideInAnyPackage(
          "sightline.domain..",
          "java..",
          "javax.crypto..",
          "org.jspecify..",
          "org.apache.datasketches..");

  @ArchTest
  static final ArchRule stagesNeverImportEachOther = slices()
      .matching("sightline.pipeline.(*)..")
      .namingSlices("stage $1")
      .should()
      .notDependOnEachOther()
      .ignoreDependency(
          com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage(
              "sightline.pipeline.job.."),
          com.tngtech.archunit.base.DescribedPredicate.alwaysTrue());

  @ArchTest
  static final ArchRule domainPackagesHaveNoCycles =
      slices().matching("sightline.domain.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule visionPackagesHaveNoCycles =
      slices().matching("sightline.vision.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule onlyVisionTouchesNativeCode = noClasses()
      .that()
      .resideOutsideOfPackages("sightline.vision..", "sightline.app.command..")
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage("org.bytedeco..", "ai.djl..", "ai.onnxruntime..");

  @ArchTest
  static final ArchRule onlyPipelineAndAppKnowFlink = noClasses()
      .that()
      .resideOutsideOfPackages("sightline.pipeline..", "sightline.app..")
      .should()
      .dependOnClassesThat()
      .resideInAPackage("org.apache.flink..");

  @ArchTest
  static final ArchRule functionsOfTheJobStayInTheirStage = classes()
      .that()
      .implement(Function.class)
      .and()
      .resideInAPackage("sightline.pipeline..")
      .should()
      .notBePublic();

  private static StreamGraph kafkaForm() {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.setParallelism(2 * PARTITIONS);
    env.enableCheckpointing(1_000);
    SightlineJob.define(
        env,
        new KafkaEnds("127.0.0.1:9", "test", new FramesTopic(PARTITIONS), List.of(), 10_000),
        TestSettings.drawn(Map.of()));
    return env.getStreamGraph();
  }

  @Test
  void everyOperatorHasAUid() {
    assertThat(kafkaForm().getStreamNodes())
        .isNotEmpty()
        .allSatisfy(node ->
            assertThat(node.getTransformationUID()).as(node.getOperatorName()).isNotBlank());
  }

  @Test
  void noRecordIsLeftToKryo() {
    assertThat(SightlineJob.configuration()
            .get(org.apache.flink.configuration.PipelineOptions.GENERIC_TYPES))
        .isFalse();
    assertThat(kafkaForm().getStreamNodes())
        .allSatisfy(node -> assertThat(String.valueOf(node.getTypeSerializerOut()))
            .as(node.getOperatorName())
            .doesNotContain("Kryo"));
  }

  /** More slots than partitions, as on any larger machine: the tasks that hold pixels must not be spread over all of them. */
  @Test
  void pixelsNeverLeaveTheTaskThatReadThem() {
    List<JobVertex> holders = new ArrayList<>();
    kafkaForm().getJobGraph().getVertices().forEach(holders::add);
    holders.removeIf(vertex -> !vertex.getName().contains("accept frames"));
    assertThat(holders).singleElement().satisfies(vertex -> {
      assertThat(vertex.getName())
          .startsWith("Source: frames")
          .contains("accept frames", "assess frames");
      assertThat(vertex.getParallelism()).isEqualTo(PARTITIONS);
    });
  }
}
