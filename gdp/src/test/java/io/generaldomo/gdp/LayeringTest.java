package io.generaldomo.gdp;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The cut of this module, as the design has it: broker, client and worker stand side by side, and the broker's core knows no channels. */
class LayeringTest {
    private static final String ROOT = "io.generaldomo.gdp";
    private static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(ROOT);

    @Test
    void packagesUseOnlyThoseBelowThem() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("metrics").definedBy(ROOT + ".metrics..")
                .layer("broker").definedBy(ROOT + ".broker..")
                .layer("client").definedBy(ROOT + ".client..")
                .layer("worker").definedBy(ROOT + ".worker..")
                .layer("connection").definedBy(ROOT + ".connection..")
                .layer("protocol").definedBy(ROOT + ".protocol..")
                .layer("root").definedBy(ROOT)
                .whereLayer("metrics").mayNotBeAccessedByAnyLayer()
                .whereLayer("broker").mayOnlyBeAccessedByLayers("metrics")
                .whereLayer("client").mayOnlyBeAccessedByLayers("metrics")
                .whereLayer("worker").mayOnlyBeAccessedByLayers("metrics")
                .whereLayer("connection").mayOnlyBeAccessedByLayers("broker", "client", "worker")
                .whereLayer("protocol").mayOnlyBeAccessedByLayers("broker", "client", "worker", "connection")
                .whereLayer("root").mayNotAccessAnyLayer()
                .check(CLASSES);
    }

    @Test
    void theCoreKnowsNoChannelsAndNoClocks() {
        JavaClasses core = CLASSES.that(new DescribedPredicate<JavaClass>("the core") {
            @Override
            public boolean test(JavaClass type) {
                return type.getPackageName().equals(ROOT + ".broker")
                        && !type.getName().matches(".*\\.(GdpBroker|BrokerEdge|PeerHandler|ConnectionMeter|ConnectionBook|Sampling|Drain)(\\$.*)?");
            }
        });
        noClasses().should().dependOnClassesThat().resideInAPackage("io.netty.channel..").check(core);
        noClasses().should().callMethod(System.class, "nanoTime").orShould().callMethod(System.class, "currentTimeMillis").check(core);
    }

    @Test
    void onlyTheMetricsNeedMicrometer() {
        noClasses().that().resideOutsideOfPackage(ROOT + ".metrics..")
                .should().dependOnClassesThat().resideInAPackage("io.micrometer..").check(CLASSES);
    }

    @Test
    void nobodyUsesWhatNettyKeepsToItself() {
        noClasses().should().dependOnClassesThat().resideInAPackage("io.netty.util.internal..").check(CLASSES);
    }
}
